package dev.nextcart.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs things in threads of their own that start together. */
public final class AtOnce {
    /** Far beyond any test; it keeps a deadlock from holding up the build. */
    private static final long TIMEOUT_SECONDS = 120;

    private AtOnce() {}

    /** Returns when all are done; throws what the first of them threw. */
    public static void run(Runnable... runnables) {
        CyclicBarrier start = new CyclicBarrier(runnables.length);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> runs = Arrays.stream(runnables)
                    .map(runnable -> CompletableFuture.runAsync(() -> after(start, runnable), threads))
                    .toList();
            runs.forEach(run -> run.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join());
        }
    }

    private static void after(CyclicBarrier start, Runnable runnable) {
        try {
            start.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the others never started", e);
        }
        runnable.run();
    }
}
