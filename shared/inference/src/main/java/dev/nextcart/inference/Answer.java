package dev.nextcart.inference;

/** What a model says to one {@link Instance}; {@link #method} names which model, baseline or fallback said it. */
public sealed interface Answer permits Recommendations, DemandForecast, ChurnRisk, Sentiment {
    Task task();

    /** Such as {@code transformer+rules}, {@code seasonal-naive}: never blank. */
    String method();
}
