package dev.nextcart.local.engine;

import dev.nextcart.local.engine.Timeline.Planned;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lane's next batch, of one shard: up to so many records, so many bytes, and so long after the first one arrived. */
final class BatchGathering {
    private final StreamSource spec;
    private final Timeline timeline;
    private final Runnable windowEnded;
    private final Deque<StreamRecord> waiting = new ArrayDeque<>();
    private final List<StreamRecord> gathered = new ArrayList<>();
    private int gatheredBytes;
    private @Nullable Planned windowTimer;

    BatchGathering(StreamSource spec, Timeline timeline, Runnable windowEnded) {
        this.spec = spec;
        this.timeline = timeline;
        this.windowEnded = windowEnded;
    }

    void add(StreamRecord record) {
        waiting.addLast(record);
    }

    /** A batch, if there is one to invoke by now; else {@code windowEnded} is called when there is. */
    @Nullable
    Piece takeBatch() {
        gather();
        if (gathered.isEmpty()) {
            return null;
        }
        Instant windowEnd = gathered.getFirst().arrivedAt().plus(spec.batchingWindow());
        boolean full = gathered.size() >= spec.batchSize() || !waiting.isEmpty();
        if (!full && windowEnd.isAfter(timeline.now())) {
            waitUntil(windowEnd);
            return null;
        }
        return take();
    }

    private void gather() {
        while (gathered.size() < spec.batchSize() && fits(waiting.peekFirst())) {
            StreamRecord record = waiting.removeFirst();
            gathered.add(record);
            gatheredBytes += record.eventBytes();
        }
    }

    private boolean fits(@Nullable StreamRecord record) {
        return record != null
                && gatheredBytes + record.eventBytes() <= EventJson.MAX_RECORD_BYTES
                && (gathered.isEmpty() || gathered.getFirst().shardId().equals(record.shardId()));
    }

    private void waitUntil(Instant windowEnd) {
        if (windowTimer == null) {
            windowTimer = timeline.after(Duration.between(timeline.now(), windowEnd), () -> {
                windowTimer = null;
                windowEnded.run();
            });
        }
    }

    private Piece take() {
        if (windowTimer != null) {
            windowTimer.cancel();
            windowTimer = null;
        }
        Piece batch = Piece.of(gathered);
        gathered.clear();
        gatheredBytes = 0;
        return batch;
    }
}
