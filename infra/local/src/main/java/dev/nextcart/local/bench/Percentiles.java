package dev.nextcart.local.bench;

import java.util.Arrays;
import java.util.Collection;

/** Measured values, sorted. Percentiles are nearest-rank: each is a value that was measured, none is made up between. */
final class Percentiles {
    private final double[] sorted;

    private Percentiles(double[] sorted) {
        this.sorted = sorted;
    }

    static Percentiles of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    double p50() {
        return at(50);
    }

    double p99() {
        return at(99);
    }

    /** @param percent 1..100; the least value that so many percent of the values do not exceed */
    double at(int percent) {
        int rank = Math.ceilDiv(percent * sorted.length, 100);
        return sorted[Math.max(rank, 1) - 1];
    }
}
