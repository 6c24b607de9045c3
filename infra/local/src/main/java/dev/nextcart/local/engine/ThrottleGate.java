package dev.nextcart.local.engine;

import dev.nextcart.local.engine.Timeline.Planned;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a free instance of a function. The first goes on when an invocation ends; all ask again after a while.
 * Waiting here is real: an instance comes free by work, not by the clock, so no timeline skips it.
 */
final class ThrottleGate {
    private final Timeline timeline;
    private final Backoff backoff = Backoff.whileThrottled();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private @Nullable Planned retry;

    ThrottleGate(Timeline timeline) {
        this.timeline = timeline;
    }

    void await(Runnable resume) {
        waiting.add(resume);
        if (retry == null) {
            timeline.busy();
            retry = timeline.after(backoff.next(), this::resumeAll);
        }
    }

    void answered() {
        backoff.reset();
        Runnable first = waiting.poll();
        if (first == null) {
            return;
        }
        if (waiting.isEmpty()) {
            endRetry();
        }
        first.run();
    }

    private void resumeAll() {
        endRetry();
        List<Runnable> all = new ArrayList<>(waiting);
        waiting.clear();
        all.forEach(Runnable::run);
    }

    private void endRetry() {
        if (retry != null) {
            retry.cancel();
            retry = null;
            timeline.idle();
        }
    }
}
