package dev.nextcart.models.forecast;

/** The mean absolute error of seasonal naive within a history: what MASE divides by (Hyndman and Koehler 2006; M4). */
public final class SeasonalScale {
    private SeasonalScale() {}

    /**
     * @param end periods of the history that count
     * @return at least 0; 0 where the history is too short or repeats itself, and no scaled error is defined
     */
    public static double of(double[] history, int end, int season) {
        double sum = 0;
        for (int t = season; t < end; t++) {
            sum += Math.abs(history[t] - history[t - season]);
        }
        return end <= season ? 0 : sum / (end - season);
    }
}
