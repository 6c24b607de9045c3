package dev.nextcart.local.engine;

import dev.nextcart.local.engine.Diary.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Real time without the waiting: one thread runs the actions when they fall due, and while nobody is {@linkplain #busy
 * busy} and nothing is due, the clock jumps ahead to the next entry. So it only ever runs ahead of the wall clock. With
 * nothing but {@linkplain #inBackground background} in the diary it runs as the wall clock does.
 */
public final class LiveTimeline implements Timeline, AutoCloseable {
    /**
     * Real quiet before a jump. Long enough that a burst of sends from another thread arrives whole before a batching
     * window closes over its first message, short enough that nobody sees it.
     */
    static final Duration LINGER = Duration.ofMillis(10);

    /** How long {@link #close} waits for the action under way; actions hand work over and take milliseconds. */
    static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

    private final Instant start = Instant.now();
    private final long originNanos = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Diary diary = new Diary();
    private final FailedActions failures = new FailedActions();
    private final BooleanSupplier maySkip;
    private final Thread thread;
    private long skippedNanos;
    private int busy;
    private boolean closed;

    private LiveTimeline(BooleanSupplier maySkip) {
        this.maySkip = maySkip;
        this.thread = Thread.ofPlatform().name("delivery-engine").daemon().unstarted(this::runUntilClosed);
    }

    /** Skips whenever it can. */
    public static LiveTimeline start() {
        return start(() -> true);
    }

    /**
     * Asks before it skips, and again every {@link #LINGER} for as long as the answer is no; until then the clock runs
     * as the wall clock does.
     *
     * @param maySkip answers at once: the timeline stands still meanwhile
     */
    public static LiveTimeline start(BooleanSupplier maySkip) {
        LiveTimeline timeline = new LiveTimeline(maySkip);
        timeline.thread.start();
        return timeline;
    }

    @Override
    public Instant now() {
        lock.lock();
        try {
            return start.plusNanos(elapsedNanos());
        } finally {
            lock.unlock();
        }
    }

    /** After {@link #close}, does nothing: answers may still come in from functions that are being stopped. */
    @Override
    public Planned after(Duration delay, Runnable action) {
        return write(delay, action, diary::write);
    }

    @Override
    public Planned inBackground(Duration delay, Runnable action) {
        return write(delay, action, diary::writeInBackground);
    }

    private Planned write(Duration delay, Runnable action, BiFunction<Long, Runnable, Entry> diary) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay " + delay + " is negative");
        }
        lock.lock();
        try {
            if (closed) {
                return () -> {};
            }
            Entry entry = diary.apply(elapsedNanos() + delay.toNanos(), action);
            changed.signalAll();
            return () -> strike(entry);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void busy() {
        count(1);
    }

    @Override
    public void idle() {
        count(-1);
    }

    /** How far the clock is ahead of the wall clock. */
    public Duration skipped() {
        lock.lock();
        try {
            return Duration.ofNanos(skippedNanos);
        } finally {
            lock.unlock();
        }
    }

    /** What actions threw: the first {@value FailedActions#MAX_KEPT}. */
    public List<Throwable> failures() {
        return failures.kept();
    }

    /** Lets the action under way finish and drops the rest of the diary. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            diary.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (!Thread.currentThread().equals(thread)) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            thread.join(CLOSE_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilClosed() {
        for (Entry next = awaitDue(); next != null; next = awaitDue()) {
            failures.run(next.action());
        }
    }

    /** The next entry once it is due; null once closed. */
    private @Nullable Entry awaitDue() {
        lock.lock();
        try {
            while (!closed) {
                Entry next = diary.next();
                long waitNanos = next == null ? Long.MAX_VALUE : next.atNanos() - elapsedNanos();
                if (next != null && waitNanos <= 0) {
                    diary.strike(next);
                    return next;
                }
                if (next == null || diary.first() == null || busy > 0) {
                    awaitChange(waitNanos);
                } else if (!awaitChange(Math.min(waitNanos, LINGER.toNanos())) && maySkip.getAsBoolean()) {
                    skippedNanos += Math.max(0, next.atNanos() - elapsedNanos());
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the diary or the count of the busy changed within that time; a spurious wake-up counts as a change. */
    @SuppressWarnings("WaitNotInLoop") // awaitDue loops
    private boolean awaitChange(long nanos) {
        try {
            return changed.awaitNanos(nanos) > 0;
        } catch (InterruptedException e) {
            // Nobody has a reason to interrupt this thread; close() is the way to end it.
            return true;
        }
    }

    private long elapsedNanos() {
        return System.nanoTime() - originNanos + skippedNanos;
    }

    private void count(int change) {
        lock.lock();
        try {
            if (busy + change < 0) {
                throw new IllegalStateException("idle() without a busy() before it");
            }
            busy += change;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void strike(Entry entry) {
        lock.lock();
        try {
            diary.strike(entry);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
