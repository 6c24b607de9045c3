package dev.nextcart.local.bench;

import dev.nextcart.local.runtime.FunctionProcesses;
import dev.nextcart.local.runtime.OutputDrain;
import dev.nextcart.local.runtime.OutputListener;
import dev.nextcart.local.runtime.RuntimeApi;
import dev.nextcart.local.runtime.RuntimeClient;
import dev.nextcart.local.runtime.Work;
import dev.nextcart.local.template.FunctionSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One process from its start to its first answer. Its costs are read when it asks for a second event, which it never
 * gets: it is killed.
 */
final class ColdStart implements RuntimeClient {
    /** A JVM held to a quarter of a processor takes some ten seconds; a busy machine several times that. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final double NANOS_PER_MILLI = 1e6;

    private final FunctionSpec function;
    private final Work work;
    private final Tail tail = new Tail();
    private final CompletableFuture<Long> asked = new CompletableFuture<>();
    private final CompletableFuture<Long> answered = new CompletableFuture<>();
    private final CompletableFuture<Long> askedAgain = new CompletableFuture<>();

    ColdStart(FunctionSpec function, String payload) {
        this.function = function;
        this.work = new Work(UUID.randomUUID().toString(), payload, result -> {});
    }

    /**
     * Starts the process and kills it when it has answered.
     *
     * @param output hears what it prints
     * @throws IllegalStateException when it ends or fails instead of answering, or does not answer in time
     */
    StartFigures measure(FunctionProcesses processes, OutputListener output) {
        try (RuntimeApi api = RuntimeApi.open(this)) {
            long startedAtMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            long start = System.nanoTime();
            Process process = processes.start(function, api.address());
            try {
                new OutputDrain(process.getInputStream(), line -> {
                            tail.add(line);
                            output.line(function, line);
                        })
                        .start("output of " + function.name() + " " + process.pid());
                CompletableFuture.anyOf(askedAgain, process.onExit()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (!askedAgain.isDone()) {
                    throw new IllegalStateException(function.name() + " ended with exit status " + process.exitValue()
                            + " instead of answering; it printed last:\n" + tail.text());
                }
                return new StartFigures(
                        startedAtMicros,
                        (asked.get() - start) / NANOS_PER_MILLI,
                        (answered.get() - start) / NANOS_PER_MILLI,
                        ProcessCosts.of(process.toHandle()));
            } finally {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + function.name(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    function.name() + " did not answer: "
                            + Objects.requireNonNullElse(e.getCause(), e).getMessage(),
                    e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(function.name() + " did not answer in " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + function.name() + " started", e);
        }
    }

    @Override
    public Optional<Assignment> next() throws InterruptedException {
        long now = System.nanoTime();
        if (asked.complete(now)) {
            return Optional.of(
                    new Assignment(work, function.arn(), Instant.now().plus(function.timeout())));
        }
        askedAgain.complete(now);
        new CountDownLatch(1).await(); // Until the Runtime API closes.
        return Optional.empty();
    }

    @Override
    public boolean isCurrent(String requestId) {
        return work.requestId().equals(requestId);
    }

    @Override
    public void answered(String requestId, String payload) {
        long now = System.nanoTime();
        try {
            Answers.requireAllDone(function, payload);
            answered.complete(now);
        } catch (IllegalStateException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void failed(String requestId, String errorType, String message) {
        fail(errorType + ": " + message);
    }

    @Override
    public void initFailed(String errorType, String message) {
        fail(errorType + ": " + message);
    }

    private void fail(String why) {
        askedAgain.completeExceptionally(new IllegalStateException(why + "; it printed last:\n" + tail.text()));
    }
}
