package dev.nextcart.endpoint;

import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Holds a slot and a queue for each task, and looks for other versions now and then. */
@ApplicationScoped
class Endpoint {
    private static final Logger LOG = Logger.getLogger(Endpoint.class);

    /** Below the 30 seconds that SageMaker, ECS and Kubernetes grant between TERM and KILL. */
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final EndpointSettings settings;
    private final Map<Task, ModelSlot> slots = new EnumMap<>(Task.class);
    private final Map<Task, TaskQueue> queues = new EnumMap<>(Task.class);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean looked;

    Endpoint(EndpointSettings settings, Predictors predictors, MeterRegistry meters) {
        this.settings = settings;
        ModelRegistry registry = new ModelRegistry(settings.models());
        TaskQueue.Limits limits = new TaskQueue.Limits(
                settings.maxBatch(), settings.maxDelay(), settings.maxWaiting(), settings.workers());
        for (Task task : Task.values()) {
            ModelSlot slot = new ModelSlot(task, registry, predictors);
            slots.put(task, slot);
            queues.put(task, new TaskQueue(slot, limits, new BatchMetrics(meters, task)));
        }
    }

    void start(@Observes StartupEvent event) {
        queues.values().forEach(TaskQueue::start);
        Thread.ofPlatform().name("model-watch").daemon().start(this::watch);
    }

    private void watch() {
        refresh();
        looked = true;
        try {
            while (!stopped.await(settings.watchEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                refresh();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks at the registry now. */
    synchronized void refresh() {
        slots.values().forEach(ModelSlot::refresh);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
        LOG.info("stopping: answering what waits");
        queues.values().forEach(queue -> queue.drain(DRAIN));
        slots.values().forEach(ModelSlot::close);
    }

    /** It has looked at the registry once, serves something, and is not being stopped. */
    boolean isReady() {
        return looked
                && stopped.getCount() > 0
                && slots.values().stream().anyMatch(slot -> slot.served().isPresent());
    }

    List<ModelSlot> slots() {
        return List.copyOf(slots.values());
    }

    CompletableFuture<TaskQueue.Answered> ask(Invocation invocation) {
        if (invocation.instances().isEmpty()) {
            return CompletableFuture.completedFuture(new TaskQueue.Answered(version(invocation.task()), List.of()));
        }
        TaskQueue queue = queues.get(invocation.task());
        if (queue == null) {
            throw new IllegalStateException("every task has a queue");
        }
        return queue.submit(invocation.instances(), invocation.deadlineNanos());
    }

    /** Nothing of the request could be asked: the version that would have been, or none. */
    private String version(Task task) {
        ModelSlot slot = slots.get(task);
        return slot == null
                ? "none"
                : slot.served().map(model -> model.card().version()).orElse("none");
    }
}
