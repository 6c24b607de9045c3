package dev.nextcart.local.cloud;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Says whether time may be skipped: only while DynamoDB Local answers. Retries that would outlast a real outage must not
 * be used up in a moment because the waits between them are skipped. It is asked before each jump of the clock, so it
 * probes only while something waits; and after a failure nothing is skipped until a probe begun later was answered.
 */
final class StoreWatch implements BooleanSupplier, AutoCloseable {
    /** How long an answer holds, and how soon after a probe the next one may begin. */
    static final Duration PROBE_EVERY = Duration.ofMillis(500);

    /** It answers this in a millisecond; on a machine full of JVMs that start, in a few hundred. */
    static final Duration PROBE_TIMEOUT = Duration.ofSeconds(1);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PROBE_TIMEOUT).build();
    private final HttpRequest probe;

    // All guarded by this.
    private CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(false);
    private long begunNanos = System.nanoTime() - PROBE_EVERY.toNanos();
    private boolean doubted;

    /** @param store where DynamoDB Local answers; whatever it says to a bare GET, it is there */
    StoreWatch(URI store) {
        this.probe = HttpRequest.newBuilder(store).timeout(PROBE_TIMEOUT).build();
    }

    /** Whether time may be skipped now. Returns at once; a probe may begin, so it is worth asking again. */
    @Override
    public synchronized boolean getAsBoolean() {
        if (!answer.isDone()) {
            return false;
        }
        boolean answered = answer.join();
        boolean old = System.nanoTime() - begunNanos >= PROBE_EVERY.toNanos();
        if (answered && !doubted && !old) {
            return true;
        }
        if (answered || old) {
            begin();
        }
        return false;
    }

    /** Something failed: what was asked before says nothing of now. */
    synchronized void doubt() {
        doubted = true;
    }

    private void begin() {
        begunNanos = System.nanoTime();
        doubted = false;
        answer = http.sendAsync(probe, BodyHandlers.discarding()).handle((response, failure) -> failure == null);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
