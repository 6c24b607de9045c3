package dev.nextcart.local.runtime;

import java.time.Instant;
import java.util.Optional;

/** What the process on the other side of the Runtime API has to say. Called from the server's threads. */
public interface RuntimeClient {
    /**
     * It is ready and waits for work, perhaps for long.
     *
     * @return empty when there will be no more
     */
    Optional<Assignment> next() throws InterruptedException;

    /** Whether this is the invocation under way. */
    boolean isCurrent(String requestId);

    void answered(String requestId, String payload);

    void failed(String requestId, String errorType, String message);

    void initFailed(String errorType, String message);

    /** Work and the moment by which it must be done. */
    record Assignment(Work work, String functionArn, Instant deadline) {}
}
