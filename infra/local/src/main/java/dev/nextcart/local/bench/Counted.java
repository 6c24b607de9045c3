package dev.nextcart.local.bench;

import dev.nextcart.local.cloud.MetricSums;
import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.locks.LockSupport;

/** Waits for what functions report of their work: it comes through a pipe, a little after the answer. */
final class Counted {
    /** What a function prints reaches us in milliseconds; a busy machine may take its time. */
    private static final Duration PRINT_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration GLANCE = Duration.ofMillis(2);
    private static final String COUNTED = "EventsCounted";

    private Counted() {}

    /**
     * The sums, when they tell of so many counted events.
     *
     * @throws IllegalStateException when they do not: a figure for work not done would be worth nothing
     */
    static SortedMap<String, Double> await(MetricSums metrics, long events) {
        long deadline = System.nanoTime() + PRINT_TIMEOUT.toNanos();
        while (metrics.sums().getOrDefault(COUNTED, 0.0) < events) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "of " + events + " new events not all were counted; the function reports " + metrics.sums());
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return metrics.sums();
    }
}
