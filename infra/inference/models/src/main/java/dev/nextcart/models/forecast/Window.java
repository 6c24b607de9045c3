package dev.nextcart.models.forecast;

import java.util.Arrays;

/**
 * The end of a history as the network reads it: in units of its own spread about its own level, so that one network serves
 * products of every size.
 *
 * @param input {@link ForecastShape#width} numbers
 * @param centre mean of the last season
 * @param spread mean distance from it, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // as in History
public record Window(float[] input, double centre, double spread, boolean negative) {
    /** A window of so little movement says nothing of the spread to come; the history or the level does. */
    private static final double LEAST_OF_HISTORY = 0.2;

    private static final double LEAST_OF_LEVEL = 0.01;
    private static final double LARGEST = 12;

    /** Without a season, the level is that of two horizons. */
    private static final int HORIZONS_OF_LEVEL = 2;

    /** Simple methods see no more than so many periods: it bounds the time of an answer, and old ones hardly count. */
    private static final int ANCHOR_PERIODS = 768;

    public static Window of(ForecastShape shape, History history) {
        double[] values = history.values();
        int end = values.length;
        int seen = Math.min(end, shape.lookback());
        int level = Math.min(end, shape.season() > 1 ? shape.season() : HORIZONS_OF_LEVEL * shape.horizon());
        double centre = Arrays.stream(values, end - level, end).average().orElseThrow();
        double spread = 0;
        double size = 0;
        int zeros = 0;
        for (int t = end - seen; t < end; t++) {
            spread += Math.abs(values[t] - centre) / seen;
            size += Math.abs(values[t]) / seen;
            zeros += values[t] == 0 ? 1 : 0;
        }
        spread = Math.max(spread, Math.max(LEAST_OF_LEVEL * size, LEAST_OF_HISTORY * distance(values)));
        if (!(spread > 0)) {
            spread = 1;
        }
        float[] input = new float[shape.width()];
        for (int t = 0; t < seen; t++) {
            input[shape.lookback() - 1 - t] = bounded((values[end - 1 - t] - centre) / spread);
        }
        int at = shape.featuresAt();
        input[at++] = (float) seen / shape.lookback();
        input[at++] = (float) zeros / seen;
        input[at++] = size > 0 ? (float) Math.min(2, spread / size) : 1;
        input[at] = (float) (Math.log1p(size) / 5);
        covariates(shape, history, input);
        anchors(shape, values, centre, spread, input);
        return new Window(input, centre, spread, history.negative());
    }

    private static void covariates(ForecastShape shape, History history, float[] input) {
        int end = history.values().length;
        int at = shape.covariatesAt();
        for (CovariateScale scale : shape.covariates()) {
            double[] values = history.covariates().get(scale.name());
            if (values != null) {
                double[] scaled = scale.scaled(values, end);
                for (int step = -shape.horizon(); step < shape.horizon(); step++) {
                    if (end + step >= 0 && end + step < scaled.length) {
                        input[at + shape.horizon() + step] = (float) scaled[end + step];
                    }
                }
            }
            at += 2 * shape.horizon();
        }
    }

    private static void anchors(ForecastShape shape, double[] values, double centre, double spread, float[] input) {
        double[] recent = recent(values, shape.season());
        int at = shape.anchorsAt();
        for (Baseline anchor : shape.anchors()) {
            for (double value : anchor.forecast(recent, shape.season(), shape.horizon())) {
                input[at++] = bounded((value - centre) / spread);
            }
        }
    }

    private static double[] recent(double[] values, int season) {
        int kept = Math.max(ANCHOR_PERIODS / season, 4) * season;
        return values.length <= kept ? values : Arrays.copyOfRange(values, values.length - kept, values.length);
    }

    private static double distance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values)
                .map(value -> Math.abs(value - mean))
                .average()
                .orElseThrow();
    }

    private static float bounded(double value) {
        return (float) Math.clamp(value, -LARGEST, LARGEST);
    }

    /** @param value a period's value, in this window's units */
    public double scaled(double value) {
        return (value - centre) / spread;
    }

    /**
     * @param outputs of the network, three rows of one horizon: low, median, high
     * @param from where this window's outputs begin
     */
    public Quantiles restored(float[] outputs, int from, int horizon) {
        double[][] rows = new double[3][horizon];
        for (int row = 0; row < rows.length; row++) {
            for (int step = 0; step < horizon; step++) {
                double value = centre + spread * outputs[from + row * horizon + step];
                rows[row][step] = negative ? value : Math.max(0, value);
            }
        }
        return new Quantiles(rows[0], rows[1], rows[2]);
    }
}
