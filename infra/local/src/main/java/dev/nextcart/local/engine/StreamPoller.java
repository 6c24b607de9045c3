package dev.nextcart.local.engine;

import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A stream's event source mapping: for each shard so many lanes as batches of it may run at once. */
final class StreamPoller {
    private final int lanesPerShard;
    private final EventFilter filter;
    private final BatchJson json;
    private final SourceTally tally;
    private final Tickets tickets;
    private final List<List<Lane>> lanes;

    StreamPoller(
            StreamSource spec,
            int shards,
            EventFilter filter,
            BatchJson json,
            SourceTally tally,
            Tickets tickets,
            Supplier<Lane> lane) {
        this.filter = filter;
        this.json = json;
        this.tally = tally;
        this.tickets = tickets;
        this.lanesPerShard = spec.parallelizationFactor();
        this.lanes = IntStream.range(0, shards)
                .mapToObj(shard -> Stream.generate(lane).limit(lanesPerShard).toList())
                .toList();
    }

    /**
     * Records of one partition key share a lane. AWS does not say how it spreads keys; any fixed hash will do. What the
     * filter holds back is done at once.
     */
    void add(int shard, BigInteger hash, StreamRecord record) {
        if (!filter.lets(() -> json.seen(record))) {
            tally.filtered++;
            tickets.release(record.ticket());
            return;
        }
        lanes.get(shard)
                .get((int) Long.remainderUnsigned(hash.longValue(), lanesPerShard))
                .add(record);
    }

    int behind(int shard) {
        return lanes.get(shard).stream().mapToInt(Lane::behind).sum();
    }

    Duration oldest(int shard) {
        return lanes.get(shard).stream()
                .map(Lane::oldest)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
