package dev.nextcart.local.bench;

import dev.nextcart.local.cloud.MetricSums;
import dev.nextcart.local.engine.Invoker.Result;
import dev.nextcart.local.runtime.FunctionPool;
import dev.nextcart.local.runtime.FunctionProcesses;
import dev.nextcart.local.runtime.Limits;
import dev.nextcart.local.template.FunctionSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;

/** One process of a function, asked one batch after the other. Whatever it does not count ends the benchmark. */
final class WarmFunction implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;

    private final FunctionSpec function;
    private final MetricSums metrics = new MetricSums();
    private final Path logs;
    private final FunctionPool pool;

    WarmFunction(FunctionSpec function, FunctionProcesses processes, Path logs) {
        this(function, processes, logs, Limits.LAPTOP.withInstances(1));
    }

    WarmFunction(FunctionSpec function, FunctionProcesses processes, Path logs, Limits limits) {
        this.function = function;
        this.logs = logs;
        this.pool = new FunctionPool(List.of(function), processes, limits, logs, metrics);
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
        return Counted.await(metrics, counted);
    }

    @Override
    public void close() {
        pool.close();
    }
}
