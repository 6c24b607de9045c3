package dev.nextcart.models.forecast;

/**
 * Demand of each period to come, in the units of the history.
 *
 * @param low 10 % quantile of each period
 * @param median 50 % quantile
 * @param high 90 % quantile; low &lt;= median &lt;= high in each period
 */
@SuppressWarnings("ArrayRecordComponent") // numbers, not copied; nobody compares them
public record Quantiles(double[] low, double[] median, double[] high) {
    /** A forecast that knows no spread. */
    public static Quantiles point(double[] forecast) {
        return new Quantiles(forecast, forecast, forecast);
    }

    /** @return the share 0..1 of the values that lie within the interval */
    public double within(double[] actual) {
        int within = 0;
        for (int step = 0; step < actual.length; step++) {
            within += actual[step] >= low[step] && actual[step] <= high[step] ? 1 : 0;
        }
        return (double) within / actual.length;
    }

    /** @return mean pinball loss over the three quantiles and the periods, in the units of the history */
    public double pinball(double[] actual) {
        double sum = 0;
        for (int step = 0; step < actual.length; step++) {
            sum += loss(actual[step], low[step], 0.1)
                    + loss(actual[step], median[step], 0.5)
                    + loss(actual[step], high[step], 0.9);
        }
        return sum / (3 * actual.length);
    }

    private static double loss(double actual, double quantile, double level) {
        return actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual);
    }
}
