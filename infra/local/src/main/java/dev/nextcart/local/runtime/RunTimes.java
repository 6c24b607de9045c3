package dev.nextcart.local.runtime;

import java.time.Duration;
import java.util.Arrays;

/** How long the invocations of a function ran: all of them in sum, the newest one by one. Thread-safe. */
public final class RunTimes {
    /** Enough for a 99th percentile of ten; at 100 invocations a second, what happened in the last ten seconds. */
    static final int NEWEST = 1_000;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double P50 = 0.5;
    private static final double P99 = 0.99;

    private final long[] newestNanos = new long[NEWEST];
    private long count;
    private long sumNanos;

    /**
     * From hand-over to answer, crash or timeout, initialisation left out, as Lambda bills a duration.
     *
     * @param count invocations that a process got
     * @param totalMillis of all of them
     * @param p50Millis of the newest {@value RunTimes#NEWEST}; zero if there is none
     * @param p99Millis likewise
     */
    public record Summary(long count, double totalMillis, double p50Millis, double p99Millis) {}

    synchronized void add(Duration ran) {
        newestNanos[(int) (count % NEWEST)] = ran.toNanos();
        count++;
        sumNanos += ran.toNanos();
    }

    synchronized Summary summary() {
        long[] sorted = Arrays.copyOf(newestNanos, (int) Math.min(count, NEWEST));
        Arrays.sort(sorted);
        return new Summary(count, sumNanos / NANOS_PER_MILLI, rank(sorted, P50), rank(sorted, P99));
    }

    /** The smallest that at least this share does not exceed. */
    private static double rank(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS_PER_MILLI;
    }
}
