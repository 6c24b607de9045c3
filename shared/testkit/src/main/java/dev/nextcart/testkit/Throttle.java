package dev.nextcart.testkit;

import dev.nextcart.domain.event.StoreBusyException;
import java.util.concurrent.atomic.AtomicInteger;

/** Turns away as many calls as it was told to, then lets the rest through. */
final class Throttle {
    private final AtomicInteger left = new AtomicInteger();

    void next(int calls) {
        left.set(calls);
    }

    void pass(String call) {
        if (turnsAway()) {
            throw new StoreBusyException(call + ": throttled, as the test asked");
        }
    }

    boolean turnsAway() {
        return left.getAndUpdate(calls -> Math.max(0, calls - 1)) > 0;
    }
}
