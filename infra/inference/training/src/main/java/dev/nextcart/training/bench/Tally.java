package dev.nextcart.training.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Answers that came, and how long each took. */
final class Tally {
    private static final double NANOS_IN_MILLI = 1e6;

    private final List<Long> nanos = new ArrayList<>();
    private long failed;

    void count(long took, boolean ok) {
        nanos.add(took);
        failed += ok ? 0 : 1;
    }

    void add(Tally other) {
        nanos.addAll(other.nanos);
        failed += other.failed;
    }

    int size() {
        return nanos.size();
    }

    long failed() {
        return failed;
    }

    /** The nearest rank, milliseconds. */
    double percentileMillis(double share) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        Collections.sort(nanos);
        return nanos.get((int) Math.ceil(share * nanos.size()) - 1) / NANOS_IN_MILLI;
    }
}
