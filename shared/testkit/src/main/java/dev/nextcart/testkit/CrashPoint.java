package dev.nextcart.testkit;

import java.util.function.Supplier;

/** A process that dies at its n-th call: before the call, or after it and before anybody hears of it. */
final class CrashPoint {
    private final int call;
    private final boolean after;
    private int calls;

    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** @param call from 1; any number beyond the last is never reached */
    CrashPoint(int call, boolean after) {
        this.call = call;
        this.after = after;
    }

    <T> T pass(Supplier<T> work) {
        boolean here = ++calls == call;
        if (here && !after) {
            throw new Crash();
        }
        T result = work.get();
        if (here) {
            throw new Crash();
        }
        return result;
    }
}
