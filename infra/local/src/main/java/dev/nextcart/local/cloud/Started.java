package dev.nextcart.local.cloud;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was started, to be closed in the opposite order, each even if the one before it fails to. */
public final class Started implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    public <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        IllegalStateException trouble = new IllegalStateException("The local cloud did not stop cleanly");
        while (!parts.isEmpty()) {
            close(parts.pop(), trouble);
        }
        if (trouble.getSuppressed().length > 0) {
            throw trouble;
        }
    }

    // All of them must get their turn.
    @SuppressWarnings("CatchingUnchecked")
    private static void close(AutoCloseable part, IllegalStateException trouble) {
        try {
            part.close();
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            trouble.addSuppressed(e);
        }
    }
}
