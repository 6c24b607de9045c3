package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.DeliveryStreamSpec;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.template.QueueSpec;
import dev.nextcart.local.template.RuleSpec;
import dev.nextcart.local.template.SourceSpec;
import dev.nextcart.local.template.SourceSpec.QueueSource;
import dev.nextcart.local.template.SourceSpec.ScheduleSource;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import dev.nextcart.local.template.StreamSpec;
import dev.nextcart.local.template.TableSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Builds a template's queues, streams, bus and pollers and connects them. In the order of logical ids, whatever order
 * the template's maps have: what is built first draws first from the seed.
 */
final class Plumbing {
    private final Timeline timeline;
    private final Tickets tickets;
    private final Faults faults;
    private final Landing landing;
    private final SplittableRandom random;
    private final ObjectMapper mapper = new ObjectMapper();
    private final SortedMap<String, Queue> queues = new TreeMap<>();
    private final SortedMap<String, ShardedStream> streams = new TreeMap<>();
    private final SortedMap<String, TableStream> tables = new TreeMap<>();
    private final SortedMap<String, DeliveryStream> deliveries = new TreeMap<>();
    private final List<SourceTally> tallies = new ArrayList<>();
    private final Schedules schedules = new Schedules();

    Plumbing(Timeline timeline, Tickets tickets, Faults faults, Landing landing, long seed) {
        this.timeline = timeline;
        this.tickets = tickets;
        this.faults = faults;
        this.landing = landing;
        this.random = new SplittableRandom(seed);
    }

    /** What was built. */
    record Built(
            Bus bus,
            SortedMap<String, Queue> queues,
            SortedMap<String, ShardedStream> streams,
            SortedMap<String, TableStream> tables,
            SortedMap<String, DeliveryStream> deliveries,
            List<SourceTally> tallies,
            Schedules schedules) {}

    Built build(CloudTemplate template, Invoker invoker) {
        new TemplateCheck(template).check();
        new TreeMap<>(template.queues()).forEach(this::addQueue);
        template.queues().values().forEach(spec -> spec.redrive().ifPresent(redrive -> connect(spec, redrive)));
        new TreeMap<>(template.streams()).forEach(this::addStream);
        new TreeMap<>(template.tables()).forEach(this::addTable);
        new TreeMap<>(template.deliveryStreams()).forEach(this::addDelivery);
        new TreeMap<>(template.functions())
                .values()
                .forEach(function -> addSources(template, function, new Invocations(function, invoker, timeline)));
        return new Built(bus(template.rules()), queues, streams, tables, deliveries, tallies, schedules);
    }

    private void addQueue(String id, QueueSpec spec) {
        queues.put(id, new Queue(spec, timeline, tickets, faults, random.split()));
    }

    private void connect(QueueSpec spec, QueueSpec.Redrive redrive) {
        Queue deadLetters = queue(redrive.deadLetterQueueId());
        deadLetters.markAsDestination();
        queue(spec.id()).redriveBy(new DeadLettering(spec, redrive, deadLetters));
    }

    private void addStream(String id, StreamSpec spec) {
        streams.put(id, new ShardedStream(spec, timeline, tickets));
    }

    private void addTable(String id, TableSpec spec) {
        if (spec.streamView().isPresent()) {
            tables.put(id, new TableStream(spec, timeline, tickets));
        }
    }

    /** Ids of its own, so that an archive more or less changes nothing that the seed decides elsewhere. */
    private void addDelivery(String id, DeliveryStreamSpec spec) {
        Ids ids = new Ids(new SplittableRandom(id.hashCode()));
        DeliveryStream delivery = new DeliveryStream(spec, timeline, tickets, landing, ids);
        deliveries.put(id, delivery);
        spec.streamId().ifPresent(stream -> stream(stream).addDelivery(delivery));
    }

    private void addSources(CloudTemplate template, FunctionSpec function, Invocations invocations) {
        for (SourceSpec source : function.sources()) {
            SourceTally tally = new SourceTally(source.id(), function.name());
            tallies.add(tally);
            switch (source) {
                case QueueSource spec -> addPoller(spec, invocations, tally);
                case StreamSource spec -> addReader(template, spec, invocations, tally);
                case ScheduleSource spec -> addSchedule(spec, invocations, tally);
            }
        }
    }

    private void addPoller(QueueSource spec, Invocations invocations, SourceTally tally) {
        Queue queue = queue(spec.queueId());
        queue.addPoller(new QueuePoller(spec, queue, invocations, timeline, tally, mapper)::call);
    }

    private void addReader(CloudTemplate template, StreamSource spec, Invocations invocations, SourceTally tally) {
        StreamReaders readers =
                new StreamReaders(queues, template.bucketNames(), landing, timeline, tickets, mapper, random);
        if (tables.containsKey(spec.streamId())) {
            TableStream table = Named.in("table", tables, spec.streamId());
            StreamFacts facts = new StreamFacts(
                    table.spec().name(),
                    table.spec().streamArn(),
                    TableStream.RETENTION,
                    new TableEventJson(mapper),
                    "DDBStreamBatchInfo");
            table.addReader(readers.reader(spec, facts, 1, invocations, tally));
            return;
        }
        if (template.tables().containsKey(spec.streamId())) {
            throw new IllegalArgumentException(
                    spec.id() + ": table " + spec.streamId() + " has no StreamSpecification, so nobody can follow it");
        }
        ShardedStream stream = stream(spec.streamId());
        StreamSpec streamSpec = stream.spec();
        StreamFacts facts = new StreamFacts(
                streamSpec.name(),
                streamSpec.arn(),
                streamSpec.retention(),
                new KinesisEventJson(streamSpec.arn(), invocations.function().name()),
                "KinesisBatchInfo");
        stream.addReader(readers.reader(spec, facts, streamSpec.shards(), invocations, tally));
    }

    private void addSchedule(ScheduleSource spec, Invocations invocations, SourceTally tally) {
        Queue deadLetters = spec.deadLetterQueueId().map(this::queue).orElse(null);
        if (deadLetters != null) {
            deadLetters.markAsDestination();
        }
        schedules.add(new Schedule(spec, invocations, timeline, tickets, tally, new Ids(random.split()), deadLetters));
    }

    private Bus bus(Map<String, RuleSpec> specs) {
        List<Bus.Rule> rules = new TreeMap<>(specs)
                .values().stream()
                        .map(spec -> new Bus.Rule(EventPattern.read(spec.id(), spec.pattern()), targets(spec)))
                        .toList();
        return new Bus(rules, tickets);
    }

    private List<Target> targets(RuleSpec spec) {
        Stream<Target> archives =
                spec.deliveryStreamIds().stream().map(id -> toArchive(Named.in("delivery stream", deliveries, id)));
        return Stream.concat(spec.queueIds().stream().map(this::queue), archives)
                .toList();
    }

    /** The archive holds bare events, and nobody waits for it. */
    private Target toArchive(DeliveryStream delivery) {
        return (ticket, envelope) -> {
            delivery.put(Envelope.detailOf(envelope).getBytes(StandardCharsets.UTF_8));
            tickets.release(ticket);
        };
    }

    private Queue queue(String id) {
        return Named.in("queue", queues, id);
    }

    private ShardedStream stream(String id) {
        return Named.in("stream", streams, id);
    }
}
