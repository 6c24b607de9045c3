package dev.nextcart.local.cloud;

import dev.nextcart.local.engine.Invoker;
import dev.nextcart.local.template.FunctionSpec;
import java.util.function.Consumer;

/** Functions, and somebody who hears when one fails. */
record WatchedFunctions(Invoker functions, Runnable failed) implements Invoker {
    @Override
    public void invoke(FunctionSpec function, String payload, Consumer<Result> done) {
        functions.invoke(function, payload, result -> {
            if (isTrouble(result)) {
                failed.run();
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
