package dev.nextcart.training.churn;

import java.util.Arrays;
import java.util.Comparator;

/** How good probabilities and amounts are. */
final class ChurnMetrics {
    /** Of the calibration error: bins of equally many shoppers (Nixon et al. 2019). */
    static final int BINS = 10;

    private static final double LEAST_PROBABILITY = 1e-12;

    private ChurnMetrics() {}

    /** Area under the ROC curve: the chance that one who is true scores above one who is not, ties one half; NaN of one kind. */
    static double auc(double[] scores, boolean[] truths) {
        Integer[] order = order(scores);
        double rankSum = 0;
        long positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int index = from; index < to; index++) {
                if (truths[order[index]]) {
                    rankSum += rank;
                    positives++;
                }
            }
            from = to;
        }
        long negatives = order.length - positives;
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }

    /** Mean squared error of probabilities. */
    static double brier(double[] probabilities, boolean[] truths) {
        double sum = 0;
        for (int index = 0; index < truths.length; index++) {
            double error = probabilities[index] - (truths[index] ? 1 : 0);
            sum += error * error;
        }
        return sum / truths.length;
    }

    static double logLoss(double[] probabilities, boolean[] truths) {
        double sum = 0;
        for (int index = 0; index < truths.length; index++) {
            double right = truths[index] ? probabilities[index] : 1 - probabilities[index];
            sum -= Math.log(Math.max(LEAST_PROBABILITY, right));
        }
        return sum / truths.length;
    }

    /** |mean probability - share that came true|, averaged over {@value #BINS} bins of equally many, by probability. */
    static double calibrationError(double[] probabilities, boolean[] truths) {
        Integer[] order = order(probabilities);
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int from = (int) ((long) order.length * bin / BINS);
            int to = (int) ((long) order.length * (bin + 1) / BINS);
            double surplus = 0;
            for (int index = from; index < to; index++) {
                surplus += probabilities[order[index]] - (truths[order[index]] ? 1 : 0);
            }
            sum += Math.abs(surplus);
        }
        return sum / order.length;
    }

    static double meanAbsoluteError(double[] guesses, double[] truths) {
        double sum = 0;
        for (int index = 0; index < truths.length; index++) {
            sum += Math.abs(guesses[index] - truths[index]);
        }
        return sum / truths.length;
    }

    static double rootMeanSquaredError(double[] guesses, double[] truths) {
        double sum = 0;
        for (int index = 0; index < truths.length; index++) {
            sum += (guesses[index] - truths[index]) * (guesses[index] - truths[index]);
        }
        return Math.sqrt(sum / truths.length);
    }

    /** The order of the file settles ties: bins must not be sorted by truth. */
    private static Integer[] order(double[] scores) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, index -> index);
        Arrays.sort(order, Comparator.comparingDouble(index -> scores[index]));
        return order;
    }
}
