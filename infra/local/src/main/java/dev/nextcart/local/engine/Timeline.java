package dev.nextcart.local.engine;

import java.time.Duration;
import java.time.Instant;

/** A clock with a diary. Everything the engine does happens in an action of its timeline, one at a time. */
public interface Timeline {
    Instant now();

    /** Runs an action after a delay, in order of time, then of scheduling. Callable from any thread. */
    void after(Duration delay, Runnable action);

    /** Runs an action as soon as possible. Callable from any thread. */
    default void soon(Runnable action) {
        after(Duration.ZERO, action);
    }
}
