package dev.nextcart.archive;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.ToLongFunction;

/** The same work on many things at once, as many as the executor has threads. */
final class AtOnce {
    private AtOnce() {}

    /** The sum of the results; throws what the first failure threw, after all have ended. */
    static <T> long sum(List<T> things, Executor executor, ToLongFunction<T> work) {
        List<CompletableFuture<Long>> results = things.stream()
                .map(thing -> CompletableFuture.supplyAsync(() -> work.applyAsLong(thing), executor))
                .toList();
        try {
            CompletableFuture.allOf(results.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        return results.stream().mapToLong(CompletableFuture::join).sum();
    }
}
