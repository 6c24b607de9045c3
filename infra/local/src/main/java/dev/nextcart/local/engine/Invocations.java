package dev.nextcart.local.engine;

import dev.nextcart.local.engine.Invoker.Result;
import dev.nextcart.local.engine.Timeline.Planned;
import dev.nextcart.local.template.FunctionSpec;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Invocations of one function: started, counted against the clock, answered once on the timeline. */
final class Invocations {
    /**
     * Beyond the function's own timeout, which the invoker enforces. Only an invoker that lost an answer is caught by
     * this, and a queue is better off with a failure than waiting for ever.
     */
    static final Duration ANSWER_GRACE = Duration.ofSeconds(60);

    private final FunctionSpec function;
    private final Invoker invoker;
    private final Timeline timeline;
    private final ThrottleGate gate;

    Invocations(FunctionSpec function, Invoker invoker, Timeline timeline) {
        this.function = function;
        this.invoker = invoker;
        this.timeline = timeline;
        this.gate = new ThrottleGate(timeline);
    }

    FunctionSpec function() {
        return function;
    }

    /**
     * @param items how many messages or records it carries
     * @param then runs as an action, soon after the answer
     */
    void start(String payload, int items, SourceTally tally, Consumer<Result> then) {
        tally.started(items);
        timeline.busy();
        AtomicBoolean answered = new AtomicBoolean();
        Runnable noAnswer = () -> finishOnce(answered, () -> {}, noAnswer(), tally, then);
        Planned deadline = timeline.after(function.timeout().plus(ANSWER_GRACE), noAnswer);
        Consumer<Result> done = result -> finishOnce(answered, deadline::cancel, result, tally, then);
        try {
            invoker.invoke(function, payload, done);
        } catch (RuntimeException e) {
            done.accept(new Result.Failed(e.getClass().getName(), "the invoker threw: " + e.getMessage()));
        }
    }

    /** After an invocation was throttled: runs when an instance came free, or it is worth asking again. */
    void whenRoom(Runnable resume) {
        gate.await(resume);
    }

    private void finishOnce(
            AtomicBoolean answered, Runnable stopClock, Result result, SourceTally tally, Consumer<Result> then) {
        if (answered.compareAndSet(false, true)) {
            timeline.soon(() -> {
                stopClock.run();
                timeline.idle();
                tally.ended();
                // Those who wait come before the one who just had its turn.
                if (!(result instanceof Result.Throttled)) {
                    gate.answered();
                }
                then.accept(result);
            });
        }
    }

    private Result noAnswer() {
        return new Result.Failed(
                "Engine.NoAnswer",
                "nothing was heard of " + function.name() + " for " + ANSWER_GRACE + " beyond its timeout");
    }
}
