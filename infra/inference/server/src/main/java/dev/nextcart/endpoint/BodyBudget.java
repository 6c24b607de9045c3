package dev.nextcart.endpoint;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes of bodies that are in memory at a time, so that many large ones together cannot use it up. */
final class BodyBudget {
    private final long limit;
    private final AtomicLong used = new AtomicLong();

    BodyBudget(long limit) {
        this.limit = limit;
    }

    /** True if there was room, which must be given back. One body always has room when it is alone. */
    boolean take(long bytes) {
        long now = used.addAndGet(bytes);
        if (now > limit && now > bytes) {
            used.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }
}
