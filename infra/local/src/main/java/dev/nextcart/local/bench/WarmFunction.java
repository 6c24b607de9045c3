package dev.nextcart.local.bench;

import dev.nextcart.local.cloud.MetricSums;
import dev.nextcart.local.engine.Invoker.Result;
import dev.nextcart.local.runtime.FunctionPool;
import dev.nextcart.local.runtime.FunctionProcesses;
import dev.nextcart.local.runtime.Limits;
import dev.nextcart.local.template.FunctionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** One process of a function, asked one batch after the other. Whatever it does not count ends the benchmark. */
final class WarmFunction implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;

    /** What a function prints reaches us in milliseconds; a busy machine may take its time. */
    private static final Duration PRINT_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration GLANCE = Duration.ofMillis(2);
    private static final String COUNTED = "EventsCounted";

    private final FunctionSpec function;
    private final MetricSums metrics = new MetricSums();
    private final Path logs;
    private final FunctionPool pool;

    WarmFunction(FunctionSpec function, FunctionProcesses processes, Path logs) {
        this.function = function;
        this.logs = logs;
        this.pool = new FunctionPool(List.of(function), processes, Limits.LAPTOP.withInstances(1), logs, metrics);
    }

    /**
     * Hands over a batch and waits for the answer.
     *
     * @return milliseconds between the two, over the Runtime API
     * @throws IllegalStateException when it fails, whole or in part
     */
    double millis(String payload) {
        CompletableFuture<Result> answer = new CompletableFuture<>();
        long start = System.nanoTime();
        pool.invoke(function, payload, answer::complete);
        Result result = answer.join();
        double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
        if (!(result instanceof Result.Answered answered)) {
            throw new IllegalStateException(function.name() + " failed: " + result + "; see the log in " + logs);
        }
        Answers.requireAllDone(function, answered.payload());
        return millis;
    }

    /**
     * What the function itself reports since it started.
     *
     * @param counted how many events it was given in all
     * @throws IllegalStateException when it does not report that it counted them all
     */
    SortedMap<String, Double> metrics(long counted) {
        long deadline = System.nanoTime() + PRINT_TIMEOUT.toNanos();
        while (metrics.sums().getOrDefault(COUNTED, 0.0) < counted) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(function.name() + " was given " + counted + " new events and reports "
                        + metrics.sums() + "; see the log in " + logs);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return metrics.sums();
    }

    @Override
    public void close() {
        pool.close();
    }
}
