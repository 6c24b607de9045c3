package dev.nextcart.models.sentiment;

import java.util.Map;
import java.util.TreeMap;

/**
 * The n-grams of one text.
 *
 * @param buckets ascending
 * @param weights 1 + ln(count), one per bucket: the tenth time says little more than the ninth
 */
@SuppressWarnings("ArrayRecordComponent") // thousands a text, not copied; nobody compares them
public record SparseCounts(int[] buckets, float[] weights) {
    public static SparseCounts of(NGrams kind, String text) {
        Map<Integer, Integer> counts = new TreeMap<>(kind.count(text));
        int[] buckets = new int[counts.size()];
        float[] weights = new float[counts.size()];
        int at = 0;
        for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
            buckets[at] = each.getKey();
            weights[at++] = (float) (1 + Math.log(each.getValue()));
        }
        return new SparseCounts(buckets, weights);
    }
}
