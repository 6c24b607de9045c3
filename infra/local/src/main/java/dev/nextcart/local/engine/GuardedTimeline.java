package dev.nextcart.local.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Runs actions under a lock, so that another thread may look at what they change without being one of them. */
final class GuardedTimeline implements Timeline {
    private final Timeline timeline;
    private final ReentrantLock state = new ReentrantLock();

    GuardedTimeline(Timeline timeline) {
        this.timeline = timeline;
    }

    <T> T look(Supplier<T> at) {
        state.lock();
        try {
            return at.get();
        } finally {
            state.unlock();
        }
    }

    @Override
    public Instant now() {
        return timeline.now();
    }

    @Override
    public Planned after(Duration delay, Runnable action) {
        return timeline.after(delay, guarded(action));
    }

    @Override
    public Planned inBackground(Duration delay, Runnable action) {
        return timeline.inBackground(delay, guarded(action));
    }

    private Runnable guarded(Runnable action) {
        return () -> {
            state.lock();
            try {
                action.run();
            } finally {
                state.unlock();
            }
        };
    }

    @Override
    public void busy() {
        timeline.busy();
    }

    @Override
    public void idle() {
        timeline.idle();
    }
}
