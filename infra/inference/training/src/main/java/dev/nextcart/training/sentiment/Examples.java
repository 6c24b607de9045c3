package dev.nextcart.training.sentiment;

import dev.nextcart.models.sentiment.SparseCounts;
import java.util.Arrays;

/** Reviews of one language with their features. */
@SuppressWarnings("ArrayRecordComponent") // hundreds of megabytes, not copied; nobody compares them
record Examples(float[][] dense, SparseCounts[] sparse, boolean[] labels) {
    int size() {
        return labels.length;
    }

    /** So many of them at most, for a comparison. */
    Examples first(int count) {
        int end = Math.min(count, size());
        return new Examples(Arrays.copyOf(dense, end), Arrays.copyOf(sparse, end), Arrays.copyOf(labels, end));
    }

    boolean[] labels(int[] members) {
        boolean[] some = new boolean[members.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = labels[members[i]];
        }
        return some;
    }
}
