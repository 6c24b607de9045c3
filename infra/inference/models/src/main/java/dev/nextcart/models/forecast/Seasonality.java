package dev.nextcart.models.forecast;

import java.util.Arrays;

/**
 * The season of one history by classical decomposition, if M4's test finds one: the autocorrelation at the season's lag lies
 * outside its 90 % limits. Multiplicative as in M4; additive where a value is zero or less, which M4 does not have.
 */
final class Seasonality {
    /** Two-sided 90 %, from the code of the M4 organisers. */
    private static final double CRITICAL = 1.645;

    /** Seasons that a history must hold for the test, from the same code. */
    private static final int SEASONS_NEEDED = 3;

    private final double[] indices;
    private final boolean multiplicative;

    private Seasonality(double[] indices, boolean multiplicative) {
        this.indices = indices;
        this.multiplicative = multiplicative;
    }

    static Seasonality of(double[] history, int season) {
        if (season == 1 || history.length < SEASONS_NEEDED * season || !found(history, season)) {
            return new Seasonality(new double[] {1}, true);
        }
        boolean multiplicative = Arrays.stream(history).allMatch(value -> value > 0);
        return new Seasonality(indices(history, season, multiplicative), multiplicative);
    }

    double[] removedFrom(double[] history) {
        double[] adjusted = new double[history.length];
        for (int t = 0; t < history.length; t++) {
            double index = indices[t % indices.length];
            adjusted[t] = multiplicative ? history[t] / index : history[t] - index;
        }
        return adjusted;
    }

    /** @param start the period of the first value of {@code adjusted} */
    double[] addedTo(double[] adjusted, int start) {
        double[] values = new double[adjusted.length];
        for (int step = 0; step < adjusted.length; step++) {
            double index = indices[(start + step) % indices.length];
            values[step] = multiplicative ? adjusted[step] * index : adjusted[step] + index;
        }
        return values;
    }

    private static boolean found(double[] history, int season) {
        int periods = history.length;
        double mean = Arrays.stream(history).average().orElseThrow();
        double[] correlation = new double[season + 1];
        for (int lag = 0; lag <= season; lag++) {
            for (int t = lag; t < periods; t++) {
                correlation[lag] += (history[t] - mean) * (history[t - lag] - mean);
            }
        }
        if (correlation[0] <= 0) {
            return false;
        }
        double spread = 1;
        for (int lag = 1; lag < season; lag++) {
            spread += 2 * Math.pow(correlation[lag] / correlation[0], 2);
        }
        double limit = CRITICAL / Math.sqrt(periods) * Math.sqrt(spread);
        return Math.abs(correlation[season] / correlation[0]) > limit;
    }

    private static double[] indices(double[] history, int season, boolean multiplicative) {
        double[] sums = new double[season];
        int[] counts = new int[season];
        int half = season / 2;
        for (int t = half; t < history.length - half; t++) {
            double trend = centredMean(history, t, season);
            sums[t % season] += multiplicative ? history[t] / trend : history[t] - trend;
            counts[t % season]++;
        }
        double mean = 0;
        for (int phase = 0; phase < season; phase++) {
            sums[phase] /= counts[phase];
            mean += sums[phase] / season;
        }
        for (int phase = 0; phase < season; phase++) {
            sums[phase] = multiplicative ? sums[phase] / mean : sums[phase] - mean;
        }
        return sums;
    }

    /** Over one season around {@code t}; of an even season the two ends count half. */
    private static double centredMean(double[] history, int t, int season) {
        int half = season / 2;
        double sum = 0;
        for (int at = t - half; at <= t + half; at++) {
            boolean end = season % 2 == 0 && (at == t - half || at == t + half);
            sum += end ? history[at] / 2 : history[at];
        }
        return sum / season;
    }
}
