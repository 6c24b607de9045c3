package dev.nextcart.local.runtime;

import dev.nextcart.local.engine.Invoker.Result;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One invocation on its way through a process. Ends once, however many ends it seems to have. */
public final class Work {
    private final String requestId;
    private final String payload;
    private final Consumer<Result> done;
    private final Consumer<Duration> ran;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile long handedOverNanos;
    private volatile boolean handedOver;

    /** @param payload the event, JSON */
    public Work(String requestId, String payload, Consumer<Result> done) {
        this(requestId, payload, done, time -> {});
    }

    /** @param ran hears, before {@code done}, how long the process had it; not at all if it never got it */
    Work(String requestId, String payload, Consumer<Result> done, Consumer<Duration> ran) {
        this.requestId = requestId;
        this.payload = payload;
        this.done = done;
        this.ran = ran;
    }

    public String requestId() {
        return requestId;
    }

    String payload() {
        return payload;
    }

    /** The process has it: what Lambda bills begins. */
    void handOver() {
        handedOverNanos = System.nanoTime();
        handedOver = true;
    }

    void end(Result result) {
        if (ended.compareAndSet(false, true)) {
            if (handedOver) {
                ran.accept(Duration.ofNanos(System.nanoTime() - handedOverNanos));
            }
            done.accept(result);
        }
    }
}
