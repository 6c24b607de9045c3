package dev.nextcart.local.engine;

import java.time.Duration;

/** Waits that double from a first one up to a longest one. */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /**
     * For invocations nobody had an instance free for: soon enough for one that ends in milliseconds, and a function
     * process takes seconds to start.
     */
    static Backoff whileThrottled() {
        return new Backoff(Duration.ofMillis(20), Duration.ofSeconds(2));
    }

    /** Between tries of a stream's batch. AWS does not say how it waits; a minute is long for a virtual clock. */
    static Backoff betweenRetries() {
        return new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    /**
     * Between tries of an asynchronous event. Lambda waits one minute, then two ("How Lambda handles errors and retries
     * with asynchronous invocation", read 2026-11), and allows no more than two; a schedule's policy may ask for more.
     */
    static Backoff betweenAsynchronousTries() {
        return new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));
    }

    Duration next() {
        Duration wait = next;
        Duration doubled = wait.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return wait;
    }

    void reset() {
        next = first;
    }
}
