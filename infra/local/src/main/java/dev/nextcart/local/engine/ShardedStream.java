package dev.nextcart.local.engine;

import dev.nextcart.local.engine.EngineStatus.ShardStatus;
import dev.nextcart.local.engine.EngineStatus.StreamStatus;
import dev.nextcart.local.template.StreamSpec;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A Kinesis stream. The MD5 of the partition key, as an unsigned number, falls into one of the shards' even ranges. A
 * record stays with each reader until that one has done with it, so TRIM_HORIZON and LATEST are the same: all readers
 * were there before the first record.
 */
final class ShardedStream {
    private static final BigInteger HASHES = BigInteger.TWO.pow(128);

    private final StreamSpec spec;
    private final Timeline timeline;
    private final Tickets tickets;
    private final List<Shard> shards;
    private final BigInteger rangeOfShard;
    private final List<StreamPoller> readers = new ArrayList<>();
    private final List<DeliveryStream> deliveries = new ArrayList<>();

    ShardedStream(StreamSpec spec, Timeline timeline, Tickets tickets) {
        this.spec = spec;
        this.timeline = timeline;
        this.tickets = tickets;
        this.shards = IntStream.range(0, spec.shards()).mapToObj(Shard::new).toList();
        this.rangeOfShard = HASHES.divide(BigInteger.valueOf(spec.shards()));
    }

    StreamSpec spec() {
        return spec;
    }

    /** Whether this is its name, or the last part of its ARN: on-failure records say no more. */
    boolean isCalled(String name) {
        return spec.name().equals(name) || spec.arn().endsWith("/" + name);
    }

    void addReader(StreamPoller reader) {
        readers.add(reader);
    }

    void addDelivery(DeliveryStream delivery) {
        deliveries.add(delivery);
    }

    void put(long ticket, String partitionKey, byte[] data) {
        BigInteger hash = new BigInteger(1, Md5.of(partitionKey));
        Shard shard = shards.get(shardOf(hash));
        StreamRecord record = new StreamRecord(
                shard.id(),
                shard.nextSequenceNumber(),
                partitionKey,
                data,
                timeline.now(),
                ticket,
                KinesisEventJson.bytes(partitionKey, data.length));
        for (StreamPoller reader : readers) {
            tickets.add(ticket);
            reader.add(shard.index(), hash, record);
        }
        deliveries.forEach(delivery -> delivery.put(data));
        tickets.release(ticket);
    }

    StreamStatus status() {
        return new StreamStatus(spec.name(), shards.stream().map(this::status).toList());
    }

    private ShardStatus status(Shard shard) {
        int behind = readers.stream()
                .mapToInt(reader -> reader.behind(shard.index()))
                .max()
                .orElse(0);
        Duration oldest = readers.stream()
                .map(reader -> reader.oldest(shard.index()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new ShardStatus(shard.id(), behind, oldest);
    }

    /** The last range also takes what the division leaves over, as Kinesis has it. */
    private int shardOf(BigInteger hash) {
        return Math.min(hash.divide(rangeOfShard).intValueExact(), shards.size() - 1);
    }
}
