package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.nextcart.local.engine.EngineStatus.ScheduleStatus;
import dev.nextcart.local.engine.EngineStatus.StreamStatus;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.TableSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Delivers as AWS does. What is handed in gets a ticket, counting up from 1; a ticket is settled when every copy of its
 * message was acknowledged by a function, dead-lettered (moved to a dead-letter queue or reported to an on-failure
 * destination) or expired. A copy in a queue that no function reads and that is nobody's to retry is settled at once.
 *
 * <p>All methods may be called from any thread. On a {@link VirtualTimeline} the same calls with the same seed deliver
 * the same payloads in the same order.
 */
public final class DeliveryEngine {
    /** Largest SQS message: 1 MiB (Amazon SQS quotas, raised from 256 KiB in August 2025). */
    public static final int MAX_MESSAGE_BYTES = 1 << 20;

    /** Largest Kinesis record: 1 MiB of data unless a stream asks for more (Kinesis Data Streams quotas). */
    public static final int MAX_RECORD_BYTES = 1 << 20;

    /** Longest partition key, in characters (PutRecord). */
    public static final int MAX_PARTITION_KEY_CHARS = 256;

    private final GuardedTimeline timeline;
    private final Tickets tickets;
    private final Plumbing.Built built;
    private final long seed;
    private final AtomicLong entries = new AtomicLong();
    private final ObjectReader detailReader =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public DeliveryEngine(CloudTemplate template, Invoker invoker, Timeline timeline, long seed) {
        this(template, invoker, timeline, seed, Faults.NONE);
    }

    public DeliveryEngine(CloudTemplate template, Invoker invoker, Timeline timeline, long seed, Faults faults) {
        this(template, invoker, timeline, seed, faults, Landing.NOWHERE);
    }

    /** @throws IllegalArgumentException when the template asks for something the engine does not emulate */
    public DeliveryEngine(
            CloudTemplate template, Invoker invoker, Timeline timeline, long seed, Faults faults, Landing landing) {
        this.timeline = new GuardedTimeline(timeline);
        this.tickets = new Tickets(quiet -> timeline.soon(() -> quiet.complete(null)));
        this.built = new Plumbing(this.timeline, tickets, faults, landing, seed).build(template, invoker);
        this.seed = seed;
        timeline.soon(built.schedules()::start);
    }

    /**
     * PutEvents with one entry: one message to each target of each rule that matches.
     *
     * @return its ticket
     * @throws IllegalArgumentException when the entry is larger than {@value Envelope#MAX_ENTRY_BYTES} bytes or the
     *     detail is no JSON object
     * @throws IllegalStateException when {@value Tickets#MAX_OUTSTANDING} tickets are outstanding: wait, then try again
     */
    public long putEvent(String source, String detailType, String detailJson) {
        String id = Ids.of(seed, entries.incrementAndGet());
        Envelope event = Envelope.of(detailReader, id, timeline.now(), source, detailType, detailJson);
        List<Target> targets = built.bus().match(event.node());
        String body = event.text();
        long ticket = tickets.issue();
        timeline.soon(() -> built.bus().deliver(ticket, body, targets));
        return ticket;
    }

    /**
     * PutRecord.
     *
     * @param streamId logical id
     * @param partitionKey 1..{@value #MAX_PARTITION_KEY_CHARS} characters
     * @param data at most {@value #MAX_RECORD_BYTES} bytes
     * @return its ticket
     * @throws IllegalArgumentException when one of these is out of range
     * @throws IllegalStateException when {@value Tickets#MAX_OUTSTANDING} tickets are outstanding: wait, then try again
     */
    public long putRecord(String streamId, String partitionKey, byte[] data) {
        ShardedStream stream = Named.in("stream", built.streams(), streamId);
        if (partitionKey.isEmpty() || partitionKey.length() > MAX_PARTITION_KEY_CHARS) {
            throw new IllegalArgumentException(
                    "partition key of " + partitionKey.length() + " characters is not 1.." + MAX_PARTITION_KEY_CHARS);
        }
        if (data.length > MAX_RECORD_BYTES) {
            throw new IllegalArgumentException(
                    "record of " + data.length + " bytes is over " + MAX_RECORD_BYTES + ": put a smaller one");
        }
        byte[] copy = data.clone();
        long ticket = tickets.issue();
        timeline.soon(() -> stream.put(ticket, partitionKey, copy));
        return ticket;
    }

    /**
     * Hands in a change that was read from a table's stream, in the order of the stream.
     *
     * @param tableId logical id
     * @return its ticket
     * @throws IllegalArgumentException when the table has no stream
     * @throws IllegalStateException when {@value Tickets#MAX_OUTSTANDING} tickets are outstanding: wait, then try again
     */
    public long putChange(String tableId, TableChange change) {
        TableStream table = Named.in("table with a stream", built.tables(), tableId);
        long ticket = tickets.issue();
        timeline.soon(() -> table.put(ticket, change));
        return ticket;
    }

    /** The tables whose changes somebody follows. */
    public List<TableSpec> followedTables() {
        return built.tables().values().stream()
                .filter(TableStream::hasReaders)
                .map(TableStream::spec)
                .toList();
    }

    /**
     * Says that more is about to be handed in. Until it is released nothing counts as quiet, one more than the tickets
     * is outstanding, and no time is skipped.
     */
    public Hold hold() {
        tickets.hold();
        timeline.busy();
        return new Hold(() -> {
            timeline.idle();
            tickets.letGo();
        });
    }

    /**
     * SendMessage.
     *
     * @param queueId logical id
     * @param body 1..{@value #MAX_MESSAGE_BYTES} bytes of UTF-8, without control characters but tab and line ends
     * @return its ticket
     * @throws IllegalArgumentException when one of these is out of range
     * @throws IllegalStateException when {@value Tickets#MAX_OUTSTANDING} tickets are outstanding: wait, then try again
     */
    public long sendMessage(String queueId, String body) {
        Queue queue = Named.in("queue", built.queues(), queueId);
        checkBody(body);
        long ticket = tickets.issue();
        timeline.soon(() -> queue.send(ticket, body));
        return ticket;
    }

    /**
     * Fires a schedule now, on top of when it fires by itself, as an asynchronous event: retries and dead letter follow
     * as they would.
     *
     * @param name of the schedule or its function, in full or what follows its prefix
     * @return completes when the first try has ended, by an action of the timeline
     * @throws IllegalArgumentException when none or more than one is called so
     */
    public CompletableFuture<ScheduleRun> runSchedule(String name) {
        Schedule schedule = built.schedules().named(name);
        CompletableFuture<ScheduleRun> heard = new CompletableFuture<>();
        timeline.soon(() -> schedule.runNow(heard));
        return heard;
    }

    /** Every schedule, by its function's logical id. */
    public List<ScheduleStatus> schedules() {
        return timeline.look(built.schedules()::status);
    }

    private static void checkBody(String body) {
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > MAX_MESSAGE_BYTES) {
            throw new IllegalArgumentException("message of " + bytes + " bytes is not 1.." + MAX_MESSAGE_BYTES);
        }
        if (body.chars().anyMatch(each -> each < ' ' && "\t\n\r".indexOf(each) < 0)) {
            throw new IllegalArgumentException("message has a control character, which SQS takes in JSON escapes only");
        }
    }

    /** How many tickets are not settled. */
    public int outstanding() {
        return tickets.outstanding();
    }

    public OptionalLong oldestOutstandingTicket() {
        return tickets.oldestOutstanding();
    }

    /**
     * Completes once no ticket is outstanding, by an action of the timeline; at once when none is. What depends on it
     * runs on that thread and must be brief.
     */
    public CompletableFuture<Void> whenQuiet() {
        return tickets.whenQuiet();
    }

    /** Reads every queue's messages for the ages; for people and polls of a second or so. */
    public EngineStatus status() {
        return timeline.look(() -> new EngineStatus(
                timeline.now(),
                tickets.outstanding(),
                tickets.oldestOutstanding(),
                built.bus().unmatched(),
                each(built.queues(), Queue::status),
                allStreams(),
                built.tallies().stream().map(SourceTally::status).toList()));
    }

    /** The archive's delivery streams: what is buffered holds up no ticket, so whoever must see it asks here. */
    public List<EngineStatus.DeliveryStatus> deliveries() {
        return timeline.look(() ->
                built.deliveries().values().stream().map(DeliveryStream::status).toList());
    }

    /** Lands what the archive's delivery streams have gathered; completes when it has, with the cause if it could not. */
    public CompletableFuture<Void> flushDeliveries() {
        CompletableFuture<Void> landed = new CompletableFuture<>();
        timeline.soon(() -> {
            try {
                built.deliveries().values().forEach(DeliveryStream::flush);
                landed.complete(null);
            } catch (RuntimeException e) {
                landed.completeExceptionally(e);
            }
        });
        return landed;
    }

    /**
     * What lies in a queue, oldest first.
     *
     * @param queueId logical id, of a dead-letter queue or an on-failure destination as a rule
     */
    public List<DeadLetter> deadLetters(String queueId) {
        Queue queue = Named.in("queue", built.queues(), queueId);
        return timeline.look(queue::deadLetters);
    }

    /**
     * Puts the records of a batch that was given up back on their stream, at its end.
     *
     * @param letter what an on-failure destination was told, with its records
     * @return their tickets
     * @throws IllegalArgumentException when there is no such stream (a table's changes cannot be put back), or the letter
     *     has no records
     * @throws IllegalStateException when {@value Tickets#MAX_OUTSTANDING} tickets are outstanding: wait, then try again
     */
    public List<Long> putBack(DeadLetter letter) {
        String name = letter.reasons().getOrDefault("SourceStream", "");
        String streamId = built.streams().entrySet().stream()
                .filter(stream -> stream.getValue().isCalled(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no stream \"" + name
                        + "\" to put records back on; of a table, write the items again"));
        if (letter.records().isEmpty()) {
            throw new IllegalArgumentException(letter.messageId() + " came without its records");
        }
        return letter.records().stream()
                .map(record -> putRecord(streamId, record.partitionKey(), record.data()))
                .toList();
    }

    private SortedMap<String, StreamStatus> allStreams() {
        SortedMap<String, StreamStatus> all = each(built.streams(), ShardedStream::status);
        built.tables().forEach((id, table) -> {
            if (table.hasReaders()) {
                all.put(id, table.status());
            }
        });
        return all;
    }

    private static <T, S> SortedMap<String, S> each(Map<String, T> resources, Function<T, S> status) {
        SortedMap<String, S> all = new TreeMap<>();
        resources.forEach((id, resource) -> all.put(id, status.apply(resource)));
        return all;
    }
}
