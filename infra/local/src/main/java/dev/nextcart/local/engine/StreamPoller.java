package dev.nextcart.local.engine;

import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A Kinesis event source mapping: for each shard so many lanes as batches of it may run at once. */
final class StreamPoller {
    private final int lanesPerShard;
    private final List<List<Lane>> lanes;

    StreamPoller(StreamSource spec, int shards, Supplier<Lane> lane) {
        this.lanesPerShard = spec.parallelizationFactor();
        this.lanes = IntStream.range(0, shards)
                .mapToObj(shard -> Stream.generate(lane).limit(lanesPerShard).toList())
                .toList();
    }

    /** Records of one partition key share a lane. AWS does not say how it spreads keys; any fixed hash will do. */
    void add(int shard, BigInteger hash, StreamRecord record) {
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
