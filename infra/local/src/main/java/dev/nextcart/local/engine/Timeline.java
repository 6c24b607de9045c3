package dev.nextcart.local.engine;

import java.time.Duration;
import java.time.Instant;

/** A clock with a diary. Everything the engine does happens in an action of its timeline, one at a time. */
public interface Timeline {
    /** Never goes back. Callable from any thread. */
    Instant now();

    /**
     * Runs an action after a delay, in order of time, then of scheduling. Callable from any thread. An action that
     * throws is logged and recorded; the next one runs all the same.
     *
     * @param delay zero or more
     */
    Planned after(Duration delay, Runnable action);

    /** Runs an action as soon as possible. Callable from any thread. */
    default void soon(Runnable action) {
        after(Duration.ZERO, action);
    }

    /**
     * Runs an action after a delay, as {@link #after} does, but waits for it are no waits: time is not skipped for its
     * sake, and a timeline with nothing else to do is quiet. It runs when the clock passes it, for whatever reason.
     *
     * @param delay zero or more
     */
    Planned inBackground(Duration delay, Runnable action);

    /** Something outside the diary is under way: until as many calls of {@link #idle}, no time may be skipped. */
    default void busy() {}

    /** What the matching {@link #busy} announced has ended. */
    default void idle() {}

    /** An entry of the diary. */
    interface Planned {
        /** Strikes the entry out; nothing happens if it ran already. A struck entry holds up nobody's clock. */
        void cancel();
    }
}
