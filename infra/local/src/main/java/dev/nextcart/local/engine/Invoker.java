package dev.nextcart.local.engine;

import dev.nextcart.local.template.FunctionSpec;
import java.util.function.Consumer;

/** Runs a function on one event. The engine never asks how. */
@FunctionalInterface
public interface Invoker {
    /**
     * Starts an invocation.
     *
     * @param payload the event as Lambda would hand it over, JSON
     * @param done called once, from any thread, with what came of it
     */
    void invoke(FunctionSpec function, String payload, Consumer<Result> done);

    /** What came of an invocation. */
    sealed interface Result {
        /** The function answered. */
        record Answered(String payload) implements Result {}

        /** It threw, crashed, or ran out of time; nothing is known of its effects. */
        record Failed(String errorType, String message) implements Result {}

        /** Nobody ran it: all its instances were busy. It counts as no attempt. */
        record Throttled() implements Result {}
    }
}
