package dev.nextcart.training.recommend;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The items among which a batch's targets have to be found: the whole catalogue, or the batch's own targets and a sample of
 * the rest in which each item stands for several (sampled softmax: Jean et al., 2015; the targets' own weight is 1, so the
 * estimate of the sum is unbiased).
 *
 * @param items the candidates, each once
 * @param labels per target its place among them
 * @param offsets per candidate the log of how many items it stands for; 0 for itself alone
 * @param all whether these are all items, in their order
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, not copied; nobody compares them
record Candidates(long[] items, long[] labels, float[] offsets, boolean all) {
    static Candidates everything(int catalogue, long[] targets) {
        long[] items = new long[catalogue];
        Arrays.setAll(items, index -> index);
        return new Candidates(items, targets, new float[catalogue], true);
    }

    /**
     * @param sampled how many beside the targets
     */
    static Candidates sample(int catalogue, long[] targets, int sampled, SplittableRandom random) {
        int[] place = new int[catalogue]; // 1 + place among the candidates
        long[] items = new long[Math.min(catalogue, targets.length + sampled)];
        int count = 0;
        for (long target : targets) {
            if (place[(int) target] == 0) {
                items[count] = target;
                place[(int) target] = ++count;
            }
        }
        int own = count;
        int wanted = Math.min(sampled, catalogue - own);
        while (count < own + wanted) {
            int item = random.nextInt(catalogue);
            if (place[item] == 0) {
                items[count] = item;
                place[item] = ++count;
            }
        }
        float[] offsets = new float[count];
        Arrays.fill(offsets, own, count, (float) Math.log((catalogue - own) / (double) Math.max(1, wanted)));
        long[] labels = new long[targets.length];
        Arrays.setAll(labels, index -> place[(int) targets[index]] - 1);
        return new Candidates(Arrays.copyOf(items, count), labels, offsets, false);
    }
}
