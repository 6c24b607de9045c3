package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.template.SourceSpec.QueueSource;
import dev.nextcart.local.template.SourceSpec.ScheduleSource;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The events a function's source would hand to it, without the queue or stream: for whoever wants to know what the
 * function alone does. Not for several threads.
 */
public final class SourceEvents {
    private final CloudTemplate template;
    private final String busSource;
    private final InstantSource clock;
    private final Ids ids;
    private final Shard shard = new Shard(0);
    private final ObjectReader details = new ObjectMapper().reader();

    /**
     * Of a template's sources.
     *
     * @param busSource "source" of what comes over the bus
     * @param seed of message ids
     */
    public SourceEvents(CloudTemplate template, String busSource, InstantSource clock, long seed) {
        this.template = template;
        this.busSource = busSource;
        this.clock = clock;
        this.ids = new Ids(new SplittableRandom(seed));
    }

    /**
     * What was sent.
     *
     * @param key partition key where it goes to a stream
     * @param type detail-type where it goes over the bus
     */
    public record Sent(String key, String type, String json) {}

    /**
     * One batch for the function's first source, every item received for the first time.
     *
     * @throws IllegalArgumentException when that source is a schedule
     */
    public String batch(FunctionSpec function, List<Sent> items) {
        return switch (function.sources().getFirst()) {
            case StreamSource source -> records(source, function, items);
            case QueueSource source -> messages(source, items);
            case ScheduleSource source ->
                throw new IllegalArgumentException(
                        function.name() + " is fed by the schedule " + source.name() + ", which hands over no batches");
        };
    }

    private String records(StreamSource source, FunctionSpec function, List<Sent> items) {
        String arn = Named.in("stream", template.streams(), source.streamId()).arn();
        return new KinesisEventJson(arn, function.name())
                .write(items.stream().map(this::record).toList());
    }

    private StreamRecord record(Sent item) {
        byte[] data = item.json().getBytes(StandardCharsets.UTF_8);
        return new StreamRecord(
                shard.id(),
                shard.nextSequenceNumber(),
                item.key(),
                data,
                clock.instant(),
                Tickets.NONE,
                KinesisEventJson.bytes(item.key(), data.length));
    }

    private String messages(QueueSource source, List<Sent> items) {
        String arn = Named.in("queue", template.queues(), source.queueId()).arn();
        return new SqsEventJson(arn).write(items.stream().map(this::delivery).toList());
    }

    private Delivery delivery(Sent item) {
        Instant now = clock.instant();
        String body = Envelope.of(details, ids.next(), now, busSource, item.type(), item.json())
                .text();
        Message message = new Message(ids.next(), body, Md5.hex(body), SqsEventJson.bytes(body), Tickets.NONE, now);
        message.firstReceivedAt = now;
        message.receiveCount = 1;
        return new Delivery(message, 1);
    }
}
