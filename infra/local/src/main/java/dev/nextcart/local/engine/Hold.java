package dev.nextcart.local.engine;

import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps the engine from counting as quiet until it is closed. Closing it again does nothing. */
public final class Hold implements AutoCloseable {
    private final Runnable release;
    private final AtomicBoolean released = new AtomicBoolean();

    Hold(Runnable release) {
        this.release = release;
    }

    @Override
    public void close() {
        if (released.compareAndSet(false, true)) {
            release.run();
        }
    }
}
