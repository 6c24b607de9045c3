package dev.nextcart.endpoint;

import dev.nextcart.inference.Task;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What {@code /metrics} tells of one task's batches. */
final class BatchMetrics {
    private final MeterRegistry registry;
    private final Task task;
    private final DistributionSummary sizes;
    private final Timer times;

    BatchMetrics(MeterRegistry registry, Task task) {
        this.registry = registry;
        this.task = task;
        this.sizes = DistributionSummary.builder("nextcart.endpoint.batch.instances")
                .description("Instances answered together")
                .tag("task", task.wireName())
                .register(registry);
        this.times = Timer.builder("nextcart.endpoint.batch.seconds")
                .description("Time that a batch takes in the model")
                .tag("task", task.wireName())
                .register(registry);
    }

    void watch(AtomicInteger waiting) {
        Gauge.builder("nextcart.endpoint.waiting.instances", waiting, AtomicInteger::get)
                .description("Instances that wait")
                .tag("task", task.wireName())
                .register(registry);
    }

    <T> T timed(int instances, Supplier<T> work) {
        sizes.record(instances);
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            times.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }
}
