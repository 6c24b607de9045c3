package dev.nextcart.local.verify;

import java.util.Arrays;

/** How large the profiles' items are, in bytes as DynamoDB bills them; zeros if there is none. */
public record Sizes(double mean, long p99, long max) {
    private static final double P99 = 0.99;

    static Sizes of(long[] bytes) {
        if (bytes.length == 0) {
            return new Sizes(0, 0, 0);
        }
        long[] sorted = bytes.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(P99 * sorted.length);
        return new Sizes(Arrays.stream(sorted).average().orElse(0), sorted[rank - 1], sorted[sorted.length - 1]);
    }
}
