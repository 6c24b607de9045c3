package dev.nextcart.training.churn;

import java.util.Arrays;
import java.util.List;

/**
 * Platt's correction (1999) of log-odds, learnt where the network was not trained: one window after its last. The test lies as
 * far after the last round's windows, so that what drifts with a shop's age is met there as well.
 */
record Calibration(double intercept, double slope) {
    static final Calibration NONE = new Calibration(0, 1);

    private static final double FLATTEST = 0.5;
    private static final double STEEPEST = 2;

    /** The best of: none, the level alone, level and slope; by log loss of each half with the other's correction. */
    static Calibration chosen(double[] logOdds, boolean[] truths) {
        double best = Double.POSITIVE_INFINITY;
        boolean[] choice = {false, false};
        for (boolean[] candidate :
                List.of(new boolean[] {false, false}, new boolean[] {true, false}, new boolean[] {true, true})) {
            double loss = 0;
            for (int half = 0; half < 2; half++) {
                Calibration other = fit(every(logOdds, 1 - half), every(truths, 1 - half), candidate[0], candidate[1]);
                loss += ChurnMetrics.logLoss(other.probabilities(every(logOdds, half)), every(truths, half));
            }
            if (loss < best) {
                best = loss;
                choice = candidate;
            }
        }
        return fit(logOdds, truths, choice[0], choice[1]);
    }

    /** Log loss with level and slope as they should be: to compare networks by what they could say. */
    static double reachableLogLoss(double[] logOdds, boolean[] truths) {
        double[][] columns =
                Arrays.stream(logOdds).mapToObj(each -> new double[] {each}).toArray(double[][]::new);
        double[] weights = Logistic.fit(columns, truths).weights();
        return ChurnMetrics.logLoss(new Calibration(weights[0], weights[1]).probabilities(logOdds), truths);
    }

    private static Calibration fit(double[] logOdds, boolean[] truths, boolean level, boolean slope) {
        if (!level || truths.length == 0) {
            return NONE;
        }
        double[] fitted = Simplex.minimise(
                at -> {
                    double steep = slope ? Math.exp(at[1]) : 1;
                    double ridge = 1e-3 * (at[0] * at[0] + at[1] * at[1]);
                    return ChurnMetrics.logLoss(new Calibration(at[0], steep).probabilities(logOdds), truths) + ridge;
                },
                new double[] {0, 0});
        double steep = slope ? Math.clamp(Math.exp(fitted[1]), FLATTEST, STEEPEST) : 1;
        return new Calibration(fitted[0], steep);
    }

    double[] probabilities(double[] logOdds) {
        return Arrays.stream(logOdds)
                .map(each -> 1 / (1 + Math.exp(-intercept - slope * each)))
                .toArray();
    }

    private static double[] every(double[] values, int half) {
        double[] kept = new double[(values.length + 1 - half) / 2];
        Arrays.setAll(kept, index -> values[2 * index + half]);
        return kept;
    }

    private static boolean[] every(boolean[] values, int half) {
        boolean[] kept = new boolean[(values.length + 1 - half) / 2];
        for (int index = 0; index < kept.length; index++) {
            kept[index] = values[2 * index + half];
        }
        return kept;
    }
}
