package dev.nextcart.local.runtime;

import java.time.Duration;

/**
 * How long and how much on this machine.
 *
 * @param instances most processes of one function
 * @param init how long a process may take until it asks for work
 * @param firstBackoff wait before the start that follows a failed one; doubles with each failure
 * @param longestBackoff longest such wait
 * @param stop how long processes may take to end when asked, before they are killed
 */
public record Limits(int instances, Duration init, Duration firstBackoff, Duration longestBackoff, Duration stop) {
    /**
     * For a laptop. Two processes a function: three functions make six JVMs. Lambda gives an init 10 s and then another
     * chance; six JVMs that start at once on two cores take longer. A wait and an init together stay under the minute
     * that the engine adds to a function's timeout before it gives an invocation up.
     */
    public static final Limits LAPTOP = new Limits(
            2, Duration.ofSeconds(45), Duration.ofMillis(250), Duration.ofSeconds(10), Duration.ofSeconds(3));

    public Limits {
        if (instances < 1) {
            throw new IllegalArgumentException("instances " + instances + " is not at least 1");
        }
    }

    public Limits withInstances(int most) {
        return new Limits(most, init, firstBackoff, longestBackoff, stop);
    }

    /** The wait before a start after so many failed ones in a row. */
    Duration backoff(int failedStarts) {
        if (failedStarts == 0) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failedStarts - 1, 16);
        Duration wait = firstBackoff.multipliedBy(1L << doublings);
        return wait.compareTo(longestBackoff) < 0 ? wait : longestBackoff;
    }
}
