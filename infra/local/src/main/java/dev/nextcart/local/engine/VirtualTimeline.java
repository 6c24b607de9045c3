package dev.nextcart.local.engine;

import dev.nextcart.local.engine.Diary.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A timeline whose clock stands still while actions run and jumps between them: hours pass in milliseconds, and the same
 * calls give the same order. Its caller's thread runs the actions.
 */
public final class VirtualTimeline implements Timeline {
    /** Longer than SQS keeps any message (14 days) and Lambda retries any record (7): what still moves then, loops. */
    public static final Duration LONGEST = Duration.ofDays(30);

    /** A million messages take a few million actions at one instant; beyond this, the clock is stuck in a loop. */
    static final int MAX_ACTIONS_AT_ONE_INSTANT = 50_000_000;

    private final Instant start;
    private final Diary diary = new Diary();
    private final FailedActions failures = new FailedActions();
    private long nowNanos;

    public VirtualTimeline(Instant start) {
        this.start = start;
    }

    @Override
    public synchronized Instant now() {
        return start.plusNanos(nowNanos);
    }

    @Override
    public synchronized Planned after(Duration delay, Runnable action) {
        Entry entry = diary.write(due(delay), action);
        return () -> strike(entry);
    }

    @Override
    public synchronized Planned inBackground(Duration delay, Runnable action) {
        Entry entry = diary.writeInBackground(due(delay), action);
        return () -> strike(entry);
    }

    private long due(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay " + delay + " is negative");
        }
        return nowNanos + delay.toNanos();
    }

    /**
     * Runs everything there is to do.
     *
     * @throws IllegalStateException when after {@link #LONGEST} there is still more to do
     */
    public void runUntilQuiet() {
        if (!runUntilQuiet(LONGEST)) {
            throw new IllegalStateException("still not quiet after " + LONGEST + " of virtual time: something loops");
        }
    }

    /**
     * Runs what falls due within a bound. The clock stops at the last action run. What stands in the background runs as
     * far as the clock has a reason to pass it.
     *
     * @return whether nothing is left to do
     */
    public boolean runUntilQuiet(Duration bound) {
        long end = endOf(bound);
        runThrough(() -> Math.min(end, firstNanos()));
        return isQuiet();
    }

    /** Runs what falls due within a span, then lets the clock stand at its end. */
    public void advance(Duration span) {
        long end = endOf(span);
        runThrough(() -> end);
        standAt(end);
    }

    /** Whether the diary is empty but for its background. */
    public synchronized boolean isQuiet() {
        return diary.first() == null;
    }

    /** What actions threw: the first {@value FailedActions#MAX_KEPT}. */
    public List<Throwable> failures() {
        return failures.kept();
    }

    private void runThrough(LongSupplier endNanos) {
        long instant = -1;
        int actions = 0;
        for (Entry next = takeDue(endNanos); next != null; next = takeDue(endNanos)) {
            actions = next.atNanos() == instant ? actions + 1 : 0;
            instant = next.atNanos();
            if (actions > MAX_ACTIONS_AT_ONE_INSTANT) {
                throw new IllegalStateException("more than " + MAX_ACTIONS_AT_ONE_INSTANT + " actions at " + now()
                        + ": some action schedules itself without delay");
            }
            failures.run(next.action());
        }
    }

    private synchronized @Nullable Entry takeDue(LongSupplier endNanos) {
        Entry next = diary.next();
        if (next == null || next.atNanos() > endNanos.getAsLong()) {
            return null;
        }
        nowNanos = Math.max(nowNanos, next.atNanos());
        diary.strike(next);
        return next;
    }

    /** When the first entry falls due that somebody waits for; now, when there is none. */
    private synchronized long firstNanos() {
        Entry first = diary.first();
        return first == null ? nowNanos : first.atNanos();
    }

    private synchronized long endOf(Duration span) {
        return nowNanos + span.toNanos();
    }

    private synchronized void standAt(long nanos) {
        nowNanos = Math.max(nowNanos, nanos);
    }

    private synchronized void strike(Entry entry) {
        diary.strike(entry);
    }
}
