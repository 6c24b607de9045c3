package dev.nextcart.local.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stops a process (SIGSTOP) and lets it go on (SIGCONT) after a while: to whoever calls it, a store that does not
 * answer. A shell holds it stopped, and lets go when its input ends; so it goes on even if this JVM is killed.
 */
final class Outage implements AutoCloseable {
    /** Shorter than that is no outage; a longer one is a long wait for whoever drills. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String HOLD = "kill -STOP $0 && echo stopped && read -r until; kill -CONT $0";

    private final long pid;
    private @Nullable Process holder;

    /** @param pid of the process to stop */
    Outage(long pid) {
        this.pid = pid;
    }

    /**
     * Stops the process; returns when it stands still.
     *
     * @param length one second to {@link #LONGEST}
     * @throws IllegalArgumentException when it is out of range
     * @throws IllegalStateException when an outage is on, or the process is gone
     */
    synchronized void begin(Duration length) {
        if (length.compareTo(Duration.ofSeconds(1)) < 0 || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "\"seconds\" " + length.toSeconds() + " is not in 1.." + LONGEST.toSeconds());
        }
        if (holder != null && holder.isAlive()) {
            throw new IllegalStateException("an outage is on already; wait for its end");
        }
        Process begun = hold();
        holder = begun;
        CompletableFuture.delayedExecutor(length.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> end(begun));
    }

    /** Ends an outage that is on; returns when the process goes on. */
    @Override
    public synchronized void close() {
        if (holder != null) {
            end(holder);
            try {
                holder.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Process hold() {
        try {
            Process begun = new ProcessBuilder("sh", "-c", HOLD, Long.toString(pid))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (begun.getInputStream().read() < 0) {
                throw new IllegalStateException("process " + pid + " cannot be stopped: it is gone, or another user's");
            }
            return begun;
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " cannot be stopped: is there no sh?", e);
        }
    }

    private static void end(Process holder) {
        try {
            holder.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("the end of an outage cannot be told", e);
        }
    }
}
