package dev.nextcart.endpoint;

import dev.nextcart.inference.Answer;
import dev.nextcart.inference.Instance;
import dev.nextcart.inference.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where one task's requests wait, and the threads that answer them: each takes what waits, up to the batch's size, and runs
 * the network once for all of it. A request is never split over two batches.
 */
final class TaskQueue {
    private static final Logger LOG = Logger.getLogger(TaskQueue.class);

    /** So that a worker sees the end of its work soon. */
    private static final long POLL_MILLIS = 100;

    private final ModelSlot slot;
    private final Limits limits;
    private final BatchMetrics metrics;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean closed;

    /** See {@link EndpointSettings}. */
    record Limits(int maxBatch, Duration maxDelay, int maxWaiting, int workers) {}

    /** What came of a request, and of which version. */
    record Answered(String version, List<Outcome<Answer>> outcomes) {}

    private record Waiting(List<Instance> instances, long deadlineNanos, CompletableFuture<Answered> answer) {
        boolean isLate() {
            return System.nanoTime() - deadlineNanos > 0;
        }
    }

    TaskQueue(ModelSlot slot, Limits limits, BatchMetrics metrics) {
        this.slot = slot;
        this.limits = limits;
        this.metrics = metrics;
        metrics.watch(waiting);
    }

    void start() {
        for (int number = 1; number <= limits.workers(); number++) {
            workers.add(Thread.ofPlatform()
                    .name(slot.task().wireName() + "-" + number)
                    .daemon()
                    .start(this::work));
        }
    }

    /**
     * @param instances at least one
     * @return fails with a {@link Problem.RefusedException} when there is no room, no model or no time
     */
    CompletableFuture<Answered> submit(List<Instance> instances, long deadlineNanos) {
        CompletableFuture<Answered> answer = new CompletableFuture<>();
        Optional<Problem> objection = objection(instances.size());
        if (objection.isPresent()) {
            refuse(answer, objection.get());
        } else {
            queue.add(new Waiting(instances, deadlineNanos, answer));
        }
        return answer;
    }

    /** Takes the room if there is any. */
    private Optional<Problem> objection(int size) {
        if (closed) {
            return Optional.of(Problem.busy("draining", "this endpoint is being stopped", Duration.ofSeconds(1)));
        }
        if (slot.served().isEmpty()) {
            return Optional.of(Problem.busy("no-model", slot.refusal(), Duration.ofMinutes(1)));
        }
        if (waiting.addAndGet(size) > limits.maxWaiting() && waiting.get() > size) {
            waiting.addAndGet(-size);
            return Optional.of(Problem.busy(
                    "queue-full",
                    "more than " + limits.maxWaiting() + " instances of "
                            + slot.task().wireName() + " would wait",
                    Duration.ofSeconds(1)));
        }
        return Optional.empty();
    }

    private static void refuse(CompletableFuture<Answered> answer, Problem problem) {
        answer.completeExceptionally(problem.exception());
    }

    private void work() {
        while (!closed || !queue.isEmpty()) {
            try {
                List<Waiting> batch = next();
                if (!batch.isEmpty()) {
                    answer(batch);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                LOG.errorf(e, "%s: a batch failed", slot.task().wireName()); // and this thread lives on
            }
        }
    }

    private List<Waiting> next() throws InterruptedException {
        List<Waiting> batch = new ArrayList<>();
        @Nullable Waiting one = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        long until = System.nanoTime() + limits.maxDelay().toNanos();
        int size = 0;
        while (one != null) {
            waiting.addAndGet(-one.instances().size());
            if (one.isLate()) {
                refuse(one.answer(), late());
            } else {
                batch.add(one);
                size += one.instances().size();
            }
            one = size >= limits.maxBatch() ? null : queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        return batch;
    }

    private static Problem late() {
        return Problem.of(Problem.TIMED_OUT, "deadline-passed", "the time allowed was over before its turn came");
    }

    private void answer(List<Waiting> batch) {
        ServedModel model = slot.hold().orElse(null);
        if (model == null) {
            batch.forEach(each ->
                    refuse(each.answer(), Problem.busy("no-model", "the model was taken away", Duration.ofMinutes(1))));
            return;
        }
        try {
            List<Instance> instances =
                    batch.stream().flatMap(each -> each.instances().stream()).toList();
            List<Outcome<Answer>> outcomes = metrics.timed(instances.size(), () -> outcomes(model, instances));
            int from = 0;
            for (Waiting each : batch) {
                int until = from + each.instances().size();
                each.answer().complete(new Answered(model.card().version(), outcomes.subList(from, until)));
                from = until;
            }
        } finally {
            model.release();
            batch.forEach(each -> refuse(
                    each.answer(), Problem.of(Problem.FAILED, "failed", "a mistake of the endpoint's; see its log")));
        }
    }

    /** If the batch fails as a whole, which no predictor should let happen, each is asked alone. */
    private List<Outcome<Answer>> outcomes(ServedModel model, List<Instance> instances) {
        try {
            return checked(model, instances);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(
                    e,
                    "%s: a batch of %d failed; asking one by one",
                    slot.task().wireName(),
                    instances.size());
            return instances.stream().map(each -> alone(model, each)).toList();
        }
    }

    private Outcome<Answer> alone(ServedModel model, Instance instance) {
        try {
            return checked(model, List.of(instance)).getFirst();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "%s: an instance failed", slot.task().wireName());
            return new Outcome.Refused<>(
                    Outcome.Refused.MODEL_FAILED, "the model failed on this instance; the endpoint's log says why");
        }
    }

    private static List<Outcome<Answer>> checked(ServedModel model, List<Instance> instances) {
        List<Outcome<Answer>> outcomes = model.predict(instances);
        if (outcomes.size() != instances.size()) {
            throw new IllegalStateException(instances.size() + " instances, " + outcomes.size() + " outcomes");
        }
        return outcomes;
    }

    /** Takes no more, and answers what waits; returns when all is answered or the time is over. */
    void drain(Duration within) {
        closed = true;
        long until = System.nanoTime() + within.toNanos();
        for (Thread worker : workers) {
            try {
                if (!worker.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
                    LOG.warnf("%s: not drained within %s", slot.task().wireName(), within);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
