package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.engine.Invoker.Result;
import dev.nextcart.local.engine.Timeline.Planned;
import dev.nextcart.local.template.SourceSpec.QueueSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An SQS event source mapping: gathers batches and invokes. What fails stays in flight and comes back when its
 * visibility timeout ends; what was throttled is put back at once and counts as not received (AWS counts the receive;
 * {@link Invoker} promises that it is no attempt, and a function that is slow to start must not fill the dead-letter
 * queue).
 */
final class QueuePoller {
    private final QueueSource spec;
    private final Queue queue;
    private final Invocations invocations;
    private final Timeline timeline;
    private final SourceTally tally;
    private final ObjectMapper mapper;
    private final SqsEventJson json;
    private final EventFilter filter;
    private final List<Delivery> gathered = new ArrayList<>();
    private int gatheredBytes;
    private Instant windowEnd = Instant.MAX;
    private @Nullable Planned windowTimer;
    private boolean called;
    private boolean throttled;

    QueuePoller(
            QueueSource spec,
            Queue queue,
            Invocations invocations,
            Timeline timeline,
            SourceTally tally,
            ObjectMapper mapper) {
        this.spec = spec;
        this.queue = queue;
        this.invocations = invocations;
        this.timeline = timeline;
        this.tally = tally;
        this.mapper = mapper;
        this.json = new SqsEventJson(queue.spec().arn());
        this.filter = EventFilter.read(spec.id(), spec.filters());
    }

    /** Something may have become visible. Looks a moment later, so that a burst is seen whole. */
    void call() {
        if (!called) {
            called = true;
            timeline.soon(() -> {
                called = false;
                work();
            });
        }
    }

    private void work() {
        while (!throttled && tally.running < spec.maximumConcurrency()) {
            boolean full = gather();
            if (gathered.isEmpty()) {
                return;
            }
            if (!full && windowEnd.isAfter(timeline.now())) {
                waitForMore();
                return;
            }
            invoke();
        }
    }

    /** Whether the batch is full, by messages or by bytes. */
    private boolean gather() {
        boolean first = gathered.isEmpty();
        int room = EventJson.MAX_RECORD_BYTES - gatheredBytes;
        for (Delivery received : queue.receive(spec.batchSize() - gathered.size(), room)) {
            if (filter.lets(() -> seen(received.message()))) {
                gathered.add(received);
                gatheredBytes += received.message().eventBytes;
            } else {
                tally.filtered++;
                queue.delete(received);
            }
        }
        if (first && !gathered.isEmpty()) {
            windowEnd = timeline.now().plus(spec.batchingWindow());
        }
        return gathered.size() >= spec.batchSize() || queue.hasVisible();
    }

    private static JsonNode seen(Message message) {
        ObjectNode seen = JsonNodeFactory.instance.objectNode().put("messageId", message.id);
        return seen.set("body", EventFilter.content(message.body));
    }

    private void waitForMore() {
        if (windowTimer == null) {
            windowTimer = timeline.after(Duration.between(timeline.now(), windowEnd), this::endWindow);
        }
    }

    private void endWindow() {
        windowTimer = null;
        work();
    }

    private void invoke() {
        if (windowTimer != null) {
            windowTimer.cancel();
            windowTimer = null;
        }
        // A window longer than the visibility timeout has lost some of what it gathered.
        List<Delivery> batch = gathered.stream().filter(queue::holds).toList();
        gathered.clear();
        gatheredBytes = 0;
        if (!batch.isEmpty()) {
            invocations.start(json.write(batch), batch.size(), tally, result -> settle(batch, result));
        }
    }

    private void settle(List<Delivery> batch, Result result) {
        switch (result) {
            case Result.Answered answered -> settle(batch, read(batch, answered.payload()));
            case Result.Failed failed -> fail(batch, failed.errorType() + ": " + failed.message());
            case Result.Throttled none -> putBack(batch);
        }
        work();
    }

    private BatchResponse read(List<Delivery> batch, String answer) {
        if (!spec.reportsBatchItemFailures()) {
            return new BatchResponse.Succeeded();
        }
        Set<String> ids = HashSet.newHashSet(batch.size());
        batch.forEach(each -> ids.add(each.message().id));
        return BatchResponse.read(mapper, answer, ids::contains);
    }

    private void settle(List<Delivery> batch, BatchResponse response) {
        switch (response) {
            case BatchResponse.Succeeded all -> acknowledge(batch, Set.of());
            case BatchResponse.SomeFailed some -> {
                tally.partialFailures++;
                acknowledge(batch, some.itemIdentifiers());
            }
            case BatchResponse.Failed failed -> fail(batch, failed.reason());
        }
    }

    private void acknowledge(List<Delivery> batch, Set<String> failedIds) {
        for (Delivery each : batch) {
            if (failedIds.contains(each.message().id)) {
                each.message().lastFailure = "named in batchItemFailures";
            } else {
                queue.delete(each);
                tally.acknowledged++;
            }
        }
    }

    private void fail(List<Delivery> batch, String reason) {
        tally.failures++;
        batch.forEach(each -> each.message().lastFailure = reason);
    }

    private void putBack(List<Delivery> batch) {
        tally.throttled(batch.size());
        batch.reversed().forEach(queue::putBack);
        if (!throttled) {
            throttled = true;
            invocations.whenRoom(() -> {
                throttled = false;
                work();
            });
        }
    }
}
