package dev.nextcart.local.runtime;

import dev.nextcart.local.engine.Invoker.Result;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One invocation on its way through a process. Ends once, however many ends it seems to have. */
public final class Work {
    private final String requestId;
    private final String payload;
    private final Consumer<Result> done;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** @param payload the event, JSON */
    public Work(String requestId, String payload, Consumer<Result> done) {
        this.requestId = requestId;
        this.payload = payload;
        this.done = done;
    }

    public String requestId() {
        return requestId;
    }

    String payload() {
        return payload;
    }

    void end(Result result) {
        if (ended.compareAndSet(false, true)) {
            done.accept(result);
        }
    }
}
