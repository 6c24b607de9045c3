package dev.nextcart.store;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Independent calls at once. */
final class Concurrently {
    private Concurrently() {}

    /** Returns when all are done; throws what one of them threw, if any did. */
    static <T> void forEach(Collection<T> items, Executor executor, Consumer<T> call) {
        CompletableFuture<?>[] calls = items.stream()
                .map(item -> CompletableFuture.runAsync(() -> call.accept(item), executor))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(calls).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
