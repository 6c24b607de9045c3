package dev.nextcart.local.cloud;

import dev.nextcart.local.engine.Invoker;
import dev.nextcart.local.template.FunctionSpec;
import java.util.function.Consumer;

/**
 * Functions, and somebody who hears of them before the engine does.
 *
 * @param failed an invocation failed, as a whole or in part
 * @param ended an invocation ended, and may have written to a table
 */
record WatchedFunctions(Invoker functions, Runnable failed, Runnable ended) implements Invoker {
    @Override
    public void invoke(FunctionSpec function, String payload, Consumer<Result> done) {
        functions.invoke(function, payload, result -> {
            if (isTrouble(result)) {
                failed.run();
            }
            if (!(result instanceof Result.Throttled)) {
                ended.run();
            }
            done.accept(result);
        });
    }

    /** An answer that names a failed item, or seems to: one suspicion too many costs a probe. */
    private static boolean isTrouble(Result result) {
        return switch (result) {
            case Result.Answered answered -> answered.payload().contains("itemIdentifier");
            case Result.Failed none -> true;
            case Result.Throttled none -> false;
        };
    }
}
