package dev.nextcart.training.sentiment;

import dev.nextcart.models.sentiment.NGrams;
import dev.nextcart.models.sentiment.SparseCounts;
import java.util.Arrays;

/** How much each bucket of n-grams counts in a text, learnt from training texts alone. */
final class GramScales {
    /** What occurs in one text alone says nothing of others. */
    private static final int FEWEST_TEXTS = 2;

    private GramScales() {}

    /** Inverse document frequency, smoothed: ln((1 + texts) / (1 + texts with it)) + 1; 0 for what is too rare. */
    static float[] inverseFrequencies(SparseCounts[] texts, int[] members) {
        int[] found = new int[NGrams.BUCKETS];
        for (int member : members) {
            for (int bucket : texts[member].buckets()) {
                found[bucket]++;
            }
        }
        float[] scales = new float[NGrams.BUCKETS];
        for (int bucket = 0; bucket < scales.length; bucket++) {
            if (found[bucket] >= FEWEST_TEXTS) {
                scales[bucket] = (float) (Math.log((1.0 + members.length) / (1 + found[bucket])) + 1);
            }
        }
        return scales;
    }

    /**
     * How far the odds of either label differ where the bucket occurs: the root of |ln(P(bucket | positive) / P(bucket |
     * negative))|. Wang and Manning 2012 (NBSVM) take it without the root, which did no better here.
     */
    static float[] telling(SparseCounts[] texts, boolean[] labels, int[] members) {
        double[] positive = new double[NGrams.BUCKETS];
        double[] negative = new double[NGrams.BUCKETS];
        double allPositive = NGrams.BUCKETS;
        double allNegative = NGrams.BUCKETS;
        for (int member : members) {
            int[] buckets = texts[member].buckets();
            double[] side = labels[member] ? positive : negative;
            for (int bucket : buckets) {
                side[bucket]++;
            }
            allPositive += labels[member] ? buckets.length : 0;
            allNegative += labels[member] ? 0 : buckets.length;
        }
        float[] telling = new float[NGrams.BUCKETS];
        for (int bucket = 0; bucket < telling.length; bucket++) {
            if (positive[bucket] + negative[bucket] == 0) {
                continue; // most of half a million: no text has it, so no logarithm is worth its while
            }
            double ratio = (positive[bucket] + 1) / allPositive / ((negative[bucket] + 1) / allNegative);
            telling[bucket] = (float) Math.sqrt(Math.abs(Math.log(ratio)));
        }
        return telling;
    }

    /** Each as telling as another. */
    static float[] alike() {
        float[] alike = new float[NGrams.BUCKETS];
        Arrays.fill(alike, 1);
        return alike;
    }
}
