package dev.nextcart.inference;

/** One question of a request. A request's instances are all of one task. */
public sealed interface Instance permits RecommendInstance, ForecastInstance, ChurnInstance, SentimentInstance {
    Task task();
}
