package dev.nextcart.local.engine;

import dev.nextcart.local.engine.EngineStatus.ShardStatus;
import dev.nextcart.local.engine.EngineStatus.StreamStatus;
import dev.nextcart.local.template.TableSpec;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The changes of a table on their way to its readers. Whoever reads the table's real stream hands them in, a parent
 * shard before its children; from there on all shards of the table share their lanes, so that an item's changes stay in
 * order when its shard is split.
 */
final class TableStream {
    /** DynamoDB forgets a change after a day. */
    static final Duration RETENTION = Duration.ofHours(24);

    private static final int ALL_SHARDS = 0;

    private final TableSpec spec;
    private final Timeline timeline;
    private final Tickets tickets;
    private final List<StreamPoller> readers = new ArrayList<>();

    TableStream(TableSpec spec, Timeline timeline, Tickets tickets) {
        this.spec = spec;
        this.timeline = timeline;
        this.tickets = tickets;
    }

    TableSpec spec() {
        return spec;
    }

    void addReader(StreamPoller reader) {
        readers.add(reader);
    }

    boolean hasReaders() {
        return !readers.isEmpty();
    }

    void put(long ticket, TableChange change) {
        byte[] event = change.event().getBytes(StandardCharsets.UTF_8);
        StreamRecord record = new StreamRecord(
                change.shardId(),
                change.sequenceNumber(),
                change.key(),
                event,
                timeline.now(),
                ticket,
                event.length + 1);
        BigInteger hash = new BigInteger(1, Md5.of(change.key()));
        for (StreamPoller reader : readers) {
            tickets.add(ticket);
            reader.add(ALL_SHARDS, hash, record);
        }
        tickets.release(ticket);
    }

    StreamStatus status() {
        int behind = readers.stream()
                .mapToInt(reader -> reader.behind(ALL_SHARDS))
                .max()
                .orElse(0);
        Duration oldest = readers.stream()
                .map(reader -> reader.oldest(ALL_SHARDS))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new StreamStatus(spec.name(), List.of(new ShardStatus("changes", behind, oldest)));
    }
}
