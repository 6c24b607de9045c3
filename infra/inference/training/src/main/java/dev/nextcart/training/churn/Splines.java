package dev.nextcart.training.churn;

import dev.nextcart.models.churn.Feature;
import java.util.Arrays;

/**
 * The functions of which each feature's effect is made: a straight line, and hinges that let it bend at quartiles. Numbers are
 * standardised; beyond what was seen a line goes on for half the range seen, and no further.
 *
 * @param low by feature, in its own unit, as {@code high}
 * @param knots by feature and hinge, standardised
 */
@SuppressWarnings("ArrayRecordComponent") // constants of a network, not copied; nobody compares them
record Splines(float[] low, float[] high, float[] mean, float[] deviation, float[] knots) {
    static final int HINGES = 3;
    private static final int FEATURES = Feature.ALL.size();

    /** Functions of all features: a line and hinges for each. */
    static final int FUNCTIONS = FEATURES * (1 + HINGES);

    private static final double TAIL = 0.005;
    private static final double BEYOND = 0.5;
    private static final double[] QUANTILES = {0.25, 0.5, 0.75};

    /** A feature that is the same for all says nothing, however small the differences of rounding. */
    private static final double LEAST_DEVIATION = 1e-3;

    static Splines of(float[] features) {
        int rows = features.length / FEATURES;
        float[] low = new float[FEATURES];
        float[] high = new float[FEATURES];
        float[] mean = new float[FEATURES];
        float[] deviation = new float[FEATURES];
        float[] knots = new float[FEATURES * HINGES];
        for (int feature = 0; feature < FEATURES; feature++) {
            double[] seen = new double[rows];
            int count = 0;
            for (int row = 0; row < rows; row++) {
                float value = features[row * FEATURES + feature];
                if (!Float.isNaN(value)) {
                    seen[count++] = value;
                }
            }
            double[] sorted = count == 0 ? new double[1] : Arrays.copyOf(seen, count);
            Arrays.sort(sorted);
            double bottom = quantile(sorted, TAIL);
            double top = quantile(sorted, 1 - TAIL);
            boolean free = isFree(Feature.ALL.get(feature));
            low[feature] = (float) (free ? -1e6 : bottom - BEYOND * (top - bottom));
            high[feature] = (float) (free ? 1e6 : top + BEYOND * (top - bottom));
            double centre = Arrays.stream(sorted).average().orElse(0);
            double spread = Math.sqrt(Arrays.stream(sorted)
                    .map(value -> (value - centre) * (value - centre))
                    .average()
                    .orElse(0));
            mean[feature] = (float) centre;
            deviation[feature] = (float) (spread < LEAST_DEVIATION ? 1e6 : spread);
            for (int hinge = 0; hinge < HINGES; hinge++) {
                knots[feature * HINGES + hinge] =
                        (float) ((quantile(sorted, QUANTILES[hinge]) - centre) / deviation[feature]);
            }
        }
        return new Splines(low, high, mean, deviation, knots);
    }

    /** Structure that must carry over to other horizons: straight lines without end. */
    static boolean isFree(Feature feature) {
        return switch (feature) {
            case HORIZON_DAYS, PURCHASES_AT_OWN_RATE, TIME_AGAINST_SILENCE, BG_NBD -> true;
            default -> false;
        };
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    /** All functions' values, row by row: first the lines of all features, then the hinges of each. */
    float[] values(float[] features) {
        int rows = features.length / FEATURES;
        float[] values = new float[rows * FUNCTIONS];
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < FEATURES; feature++) {
                float given = features[row * FEATURES + feature];
                float known = Float.isNaN(given) ? mean[feature] : given;
                float held = Math.clamp(known, low[feature], high[feature]);
                float standard = (held - mean[feature]) / deviation[feature];
                values[row * FUNCTIONS + feature] = standard;
                for (int hinge = 0; hinge < HINGES; hinge++) {
                    int knot = feature * HINGES + hinge;
                    values[row * FUNCTIONS + FEATURES + knot] = Math.max(0, standard - knots[knot]);
                }
            }
        }
        return values;
    }
}
