package dev.nextcart.local.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** Runs actions so that none can end the timeline, and remembers what the first failing ones threw. */
final class FailedActions {
    /** One is a bug, a hundred are the same bug: enough to see that, without keeping a broken night in memory. */
    static final int MAX_KEPT = 100;

    private final Logger logger = System.getLogger(FailedActions.class.getName());
    private final List<Throwable> kept = new ArrayList<>();

    // Catches errors too: a failed assertion in a scripted function must show up here, not end the simulated world.
    void run(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            logger.log(Level.ERROR, "An action of the delivery engine failed; the engine goes on", e);
            keep(e);
        }
    }

    synchronized List<Throwable> kept() {
        return List.copyOf(kept);
    }

    private synchronized void keep(Throwable e) {
        if (kept.size() < MAX_KEPT) {
            kept.add(e);
        }
    }
}
