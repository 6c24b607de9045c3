package dev.nextcart.training.recommend;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Hit rate, NDCG with one relevant item (1/log2(1+rank)) and mean reciprocal rank, over the whole catalogue. */
final class RankingMetrics {
    private static final int FEW = 5;
    private static final int MANY = 10;

    private final SplittableRandom ties;
    private long cases;
    private final double[] hits = new double[2];
    private final double[] gains = new double[2];
    private double reciprocals;

    RankingMetrics(long seed) {
        ties = new SplittableRandom(seed);
    }

    /**
     * Counts a case.
     *
     * @param scores of each item of the catalogue
     * @param history what is not ranked; if the target is among it, it is ranked nevertheless
     */
    void add(float[] scores, int[] history, int target) {
        float own = scores[target];
        if (Float.isNaN(own)) {
            throw new IllegalArgumentException("The score of item " + target + " is not a number");
        }
        int above = 0;
        int equal = 0;
        for (float score : scores) {
            above += score > own ? 1 : 0;
            equal += score == own ? 1 : 0;
        }
        equal--; // the target itself
        for (int index = 0; index < history.length; index++) {
            int item = history[index];
            if (item != target && firstAt(history, index)) {
                above -= scores[item] > own ? 1 : 0;
                equal -= scores[item] == own ? 1 : 0;
            }
        }
        add(1 + above + (equal > 0 ? ties.nextInt(equal + 1) : 0));
    }

    private static boolean firstAt(int[] history, int index) {
        for (int before = 0; before < index; before++) {
            if (history[before] == history[index]) {
                return false;
            }
        }
        return true;
    }

    /** Counts a case by the target's rank, from 1. */
    void add(int rank) {
        cases++;
        reciprocals += 1.0 / rank;
        double gain = Math.log(2) / Math.log(1.0 + rank);
        if (rank <= FEW) {
            hits[0]++;
            gains[0] += gain;
        }
        if (rank <= MANY) {
            hits[1]++;
            gains[1] += gain;
        }
    }

    double ndcg() {
        return gains[1] / cases;
    }

    Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("HR@5", hits[0] / cases);
        values.put("NDCG@5", gains[0] / cases);
        values.put("HR@10", hits[1] / cases);
        values.put("NDCG@10", gains[1] / cases);
        values.put("MRR", reciprocals / cases);
        return values;
    }
}
