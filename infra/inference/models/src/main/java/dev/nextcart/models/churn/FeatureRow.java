package dev.nextcart.models.churn;

/** The network's input, row by row: the same for training and serving. */
public final class FeatureRow {
    /** Where a feature's value lies beyond all reason (a clock of the year 9999), its logarithm still fits a float. */
    private static final double LIMIT = 1e6;

    private FeatureRow() {}

    /** Writes a shopper's features; {@code NaN} where there is none. */
    public static void fill(float[] rows, int row, PurchaseHistory history, BgNbd bgNbd, double horizonDays) {
        Feature.Question question = new Feature.Question(bgNbd, horizonDays);
        int at = row * Feature.ALL.size();
        for (Feature feature : Feature.ALL) {
            rows[at++] = (float) Math.clamp(feature.input(history, question), -LIMIT, LIMIT);
        }
    }
}
