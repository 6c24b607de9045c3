package dev.nextcart.local.engine;

import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.template.QueueSpec;
import dev.nextcart.local.template.RuleSpec;
import dev.nextcart.local.template.SourceSpec;
import dev.nextcart.local.template.SourceSpec.BatchSource;
import dev.nextcart.local.template.SourceSpec.QueueSource;
import dev.nextcart.local.template.SourceSpec.ScheduleSource;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.time.Duration;
import java.util.Set;

/** Turns away a template the engine cannot honour. The ranges are those of CreateEventSourceMapping (read 2026-11). */
final class TemplateCheck {
    private static final int MAX_BATCH_SIZE = 10_000;
    private static final Duration MAX_BATCHING_WINDOW = Duration.ofMinutes(5);
    private static final int MAX_CONCURRENCY = 1_250;
    private static final int MAX_PARALLELIZATION = 10;
    private static final int MAX_RETRIES = 10_000;

    // RetryPolicy of EventBridge Scheduler; Lambda's own (EventInvokeConfig) lies within.
    private static final int MAX_SCHEDULE_RETRIES = 185;
    private static final int MIN_EVENT_AGE_SECONDS = 60;
    private static final int MAX_EVENT_AGE_SECONDS = 86_400;

    /** A local stream has no use for more; each costs memory. */
    private static final int MAX_SHARDS = 1_000;

    private static final Set<String> STARTING_POSITIONS = Set.of("TRIM_HORIZON", "LATEST");

    private final CloudTemplate template;

    TemplateCheck(CloudTemplate template) {
        this.template = template;
    }

    void check() {
        int buses = template.busNames().size();
        require(buses <= 1, "the engine runs one bus, the template has " + buses + ": " + template.busNames());
        template.rules().values().forEach(this::check);
        template.queues().values().forEach(this::check);
        template.streams().values().forEach(stream -> range(stream.id(), "ShardCount", stream.shards(), 1, MAX_SHARDS));
        template.functions().values().forEach(this::check);
    }

    private void check(RuleSpec rule) {
        require(
                template.busNames().containsKey(rule.busId()),
                "rule " + rule.id() + " is on bus " + rule.busId() + ", the template has " + template.busNames());
        require(
                !rule.queueIds().isEmpty() || !rule.deliveryStreamIds().isEmpty(),
                "rule " + rule.id() + " has no targets");
    }

    private void check(QueueSpec queue) {
        queue.redrive().ifPresent(redrive -> {
            require(
                    !redrive.deadLetterQueueId().equals(queue.id()),
                    "queue " + queue.id() + " is its own dead-letter queue");
            range(queue.id(), "maxReceiveCount", redrive.maxReceiveCount(), 1, 1_000);
        });
    }

    private void check(FunctionSpec function) {
        function.sources().forEach(this::check);
    }

    private void check(SourceSpec source) {
        switch (source) {
            case QueueSource queue -> {
                checkBatches(queue);
                range(queue.id(), "MaximumConcurrency", queue.maximumConcurrency(), 1, MAX_CONCURRENCY);
            }
            case StreamSource stream -> {
                checkBatches(stream);
                check(stream);
            }
            case ScheduleSource schedule -> check(schedule);
        }
    }

    private static void checkBatches(BatchSource source) {
        range(source.id(), "BatchSize", source.batchSize(), 1, MAX_BATCH_SIZE);
        Duration window = source.batchingWindow();
        require(
                !window.isNegative() && window.compareTo(MAX_BATCHING_WINDOW) <= 0,
                source.id() + ": MaximumBatchingWindowInSeconds " + window + " is not in 0.." + MAX_BATCHING_WINDOW);
    }

    private static void check(ScheduleSource schedule) {
        range(schedule.id(), "MaximumRetryAttempts", schedule.maximumRetryAttempts(), 0, MAX_SCHEDULE_RETRIES);
        int seconds = (int) schedule.maximumEventAge().toSeconds();
        range(schedule.id(), "MaximumEventAgeInSeconds", seconds, MIN_EVENT_AGE_SECONDS, MAX_EVENT_AGE_SECONDS);
    }

    private void check(StreamSource stream) {
        range(stream.id(), "ParallelizationFactor", stream.parallelizationFactor(), 1, MAX_PARALLELIZATION);
        range(stream.id(), "MaximumRetryAttempts", stream.maximumRetryAttempts(), -1, MAX_RETRIES);
        require(
                STARTING_POSITIONS.contains(stream.startingPosition()),
                stream.id() + ": StartingPosition " + stream.startingPosition() + " is not in " + STARTING_POSITIONS);
    }

    private static void range(String id, String property, int value, int min, int max) {
        require(value >= min && value <= max, id + ": " + property + " " + value + " is not in " + min + ".." + max);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
