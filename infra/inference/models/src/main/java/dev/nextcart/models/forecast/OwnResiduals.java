package dev.nextcart.models.forecast;

import java.util.Arrays;

/**
 * The interval of a simple method from how far it was off in the history itself: forecasts from up to {@value #ORIGINS} of
 * its own periods, errors pooled over neighbouring steps. A history too short for that widens as a random walk does.
 */
final class OwnResiduals {
    static final int ORIGINS = 32;

    /** Fewer errors say nothing of a tenth. */
    private static final int FEWEST = 20;

    private static final int MOST_PARTS = 4;

    /** Errors of one part of the horizon; they overlap, and so count for less than their number. */
    private static final int ERRORS_IN_PART = 64;

    /** Of the normal distribution at 90 %. */
    private static final double NORMAL = 1.2816;

    private OwnResiduals() {}

    static Quantiles about(Baseline method, double[] history, int season, int horizon) {
        double[] median = method.forecast(history, season, horizon);
        int needed = Math.max(4, history.length / 2);
        int spanned = Math.min(horizon, Math.max(1, history.length / 4));
        int origins = Math.min(ORIGINS, history.length - needed - spanned + 1);
        boolean negative = Arrays.stream(history).anyMatch(value -> value < 0);
        if (origins < 1 || origins * spanned < FEWEST) {
            return walk(median, history, negative);
        }
        double[][] errors = errors(method, history, season, spanned, origins);
        int parts = Math.clamp(origins * spanned / ERRORS_IN_PART, 1, Math.min(MOST_PARTS, spanned));
        double[] low = new double[horizon];
        double[] high = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            int inside = Math.min(step, spanned - 1);
            double[] pooled = pooled(errors, inside, spanned, parts);
            double wider = Math.sqrt((step + 1.0) / (inside + 1.0));
            low[step] = Math.min(median[step], median[step] + wider * quantile(pooled, 0.1));
            high[step] = Math.max(median[step], median[step] + wider * quantile(pooled, 0.9));
            low[step] = negative ? low[step] : Math.max(0, low[step]);
        }
        return new Quantiles(low, median, high);
    }

    private static double[][] errors(Baseline method, double[] history, int season, int spanned, int origins) {
        double[][] errors = new double[origins][spanned];
        int latest = history.length - spanned;
        int stride = Math.max(1, Math.min(spanned, latest / 2 / origins));
        for (int origin = 0; origin < origins; origin++) {
            int end = Math.max(1, latest - origin * stride);
            double[] forecast = method.forecast(Arrays.copyOf(history, end), season, spanned);
            for (int step = 0; step < spanned; step++) {
                errors[origin][step] = history[end + step] - forecast[step];
            }
        }
        return errors;
    }

    private static double[] pooled(double[][] errors, int step, int spanned, int parts) {
        int part = Calibration.part(step, spanned, parts);
        return Arrays.stream(errors)
                .flatMapToDouble(row -> java.util.stream.IntStream.range(0, spanned)
                        .filter(each -> Calibration.part(each, spanned, parts) == part)
                        .mapToDouble(each -> row[each]))
                .sorted()
                .toArray();
    }

    private static double quantile(double[] sorted, double level) {
        // As in conformal prediction the next value may lie beyond all of these.
        double at = Math.clamp(level * (sorted.length + 1) - 1, 0, sorted.length - 1.0);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private static Quantiles walk(double[] median, double[] history, boolean negative) {
        double step = 0;
        for (int t = 1; t < history.length; t++) {
            step += Math.pow(history[t] - history[t - 1], 2) / (history.length - 1);
        }
        double deviation = history.length > 1 ? Math.sqrt(step) : Math.abs(history[0]) / 2;
        double[] low = new double[median.length];
        double[] high = new double[median.length];
        for (int at = 0; at < median.length; at++) {
            double reach = NORMAL * deviation * Math.sqrt(at + 1.0);
            low[at] = negative ? median[at] - reach : Math.max(0, median[at] - reach);
            high[at] = median[at] + reach;
        }
        return new Quantiles(low, median, high);
    }
}
