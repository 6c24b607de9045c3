package dev.nextcart.training.sentiment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well probabilities of being positive foretell labels.
 *
 * @param macroF1 mean of the F1 of both classes
 * @param auc that a positive text has a higher probability than a negative one; ties count half; NaN for one class alone
 * @param brier mean squared error of the probability
 */
record Scores(double accuracy, double macroF1, double auc, double brier) {
    static final String ACCURACY = "accuracy";

    static Scores of(double[] probabilities, boolean[] labels) {
        int truePositive = 0;
        int trueNegative = 0;
        int positive = 0;
        int calledPositive = 0;
        double squares = 0;
        for (int i = 0; i < labels.length; i++) {
            boolean called = probabilities[i] >= .5;
            positive += labels[i] ? 1 : 0;
            calledPositive += called ? 1 : 0;
            truePositive += called && labels[i] ? 1 : 0;
            trueNegative += !called && !labels[i] ? 1 : 0;
            double error = probabilities[i] - (labels[i] ? 1 : 0);
            squares += error * error;
        }
        int all = labels.length;
        return new Scores(
                (truePositive + trueNegative) / (double) all,
                (f1(truePositive, calledPositive, positive) + f1(trueNegative, all - calledPositive, all - positive))
                        / 2,
                auc(probabilities, labels),
                squares / all);
    }

    private static double f1(int right, int called, int there) {
        return called + there == 0 ? 0 : 2.0 * right / (called + there);
    }

    /** By the rank sum (Mann and Whitney 1947). */
    private static double auc(double[] probabilities, boolean[] labels) {
        int[] order = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double ranks = 0;
        long positive = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && probabilities[order[to]] == probabilities[order[from]]) {
                to++;
            }
            long tied = Arrays.stream(order, from, to).filter(i -> labels[i]).count();
            ranks += tied * (from + 1 + to) / 2.0;
            positive += tied;
            from = to;
        }
        return (ranks - positive * (positive + 1) / 2.0) / (positive * (labels.length - positive));
    }

    Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put(ACCURACY, accuracy);
        metrics.put("macroF1", macroF1);
        if (!Double.isNaN(auc)) {
            metrics.put("AUC", auc);
        }
        metrics.put("Brier", brier);
        return metrics;
    }
}
