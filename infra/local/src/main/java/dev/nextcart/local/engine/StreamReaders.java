package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.template.OnFailure;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.util.Map;
import java.util.SplittableRandom;

/** Builds the event source mappings of streams and tables, each with its on-failure destination. */
final class StreamReaders {
    private final Map<String, Queue> queues;
    private final Map<String, String> bucketNames;
    private final Landing landing;
    private final Timeline timeline;
    private final Tickets tickets;
    private final ObjectMapper mapper;
    private final SplittableRandom random;

    StreamReaders(
            Map<String, Queue> queues,
            Map<String, String> bucketNames,
            Landing landing,
            Timeline timeline,
            Tickets tickets,
            ObjectMapper mapper,
            SplittableRandom random) {
        this.queues = queues;
        this.bucketNames = bucketNames;
        this.landing = landing;
        this.timeline = timeline;
        this.tickets = tickets;
        this.mapper = mapper;
        this.random = random;
    }

    StreamPoller reader(StreamSource spec, StreamFacts stream, int shards, Invocations invocations, SourceTally tally) {
        Ids ids = new Ids(random.split());
        FailureOutlet outlet = outlet(spec, stream, invocations.function().id(), ids);
        FailureDestination destination =
                new FailureDestination(outlet, invocations.function(), stream, timeline, mapper, ids);
        return new StreamPoller(
                spec,
                shards,
                EventFilter.read(spec.id(), spec.filters()),
                stream.json(),
                tally,
                tickets,
                () -> new Lane(spec, stream, invocations, timeline, tickets, tally, mapper, destination));
    }

    private FailureOutlet outlet(StreamSource spec, StreamFacts stream, String functionId, Ids ids) {
        return switch (spec.onFailure()) {
            case OnFailure.ToQueue to -> {
                Queue queue = Named.in("queue", queues, to.queueId());
                queue.markAsDestination();
                yield FailureOutlet.to(queue);
            }
            case OnFailure.ToBucket to ->
                new FailureBucket(
                        landing,
                        Named.in("bucket", bucketNames, to.bucketId()),
                        functionId + "/" + spec.id(),
                        stream,
                        timeline,
                        ids);
        };
    }
}
