package dev.nextcart.local.engine;

import dev.nextcart.local.engine.DeadLetter.LostRecord;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Moves dead letters back to where they came from, as SQS's StartMessageMoveTask does for queues: they begin a new life
 * there, with a new id and a new age. Sent first and removed after; whoever saw both would see it twice, never not at all.
 */
final class Redriving {
    private final SortedMap<String, Queue> queues;
    private final SortedMap<String, ShardedStream> streams;
    private final Tickets tickets;

    Redriving(SortedMap<String, Queue> queues, SortedMap<String, ShardedStream> streams, Tickets tickets) {
        this.queues = queues;
        this.streams = streams;
        this.tickets = tickets;
    }

    /**
     * Whether it lay there.
     *
     * @throws IllegalArgumentException when it cannot be moved back, and why
     */
    boolean redrive(Queue deadLetters, String messageId) {
        Optional<DeadLetter> letter = deadLetters.deadLetters().stream()
                .filter(each -> each.messageId().equals(messageId))
                .findFirst();
        letter.ifPresent(this::sendBack);
        return letter.isPresent() && deadLetters.discard(messageId);
    }

    private void sendBack(DeadLetter letter) {
        Map<String, String> reasons = letter.reasons();
        String sourceQueue = reasons.get(DeadLetter.SOURCE_QUEUE);
        if (sourceQueue != null) {
            queue(queues.values(), sourceQueue).send(tickets.issue(), letter.body());
            return;
        }
        ShardedStream stream = stream(streams.values(), reasons.getOrDefault(DeadLetter.SOURCE_STREAM, "(unknown)"));
        if (letter.records().isEmpty()) {
            throw new IllegalArgumentException("the records of " + letter.messageId()
                    + " were not kept, only where they stood in the stream: there is nothing to put again");
        }
        for (LostRecord lost : letter.records()) {
            stream.put(tickets.issue(), lost.partitionKey(), lost.data());
        }
    }

    private static Queue queue(Collection<Queue> queues, String name) {
        return queues.stream()
                .filter(each -> each.spec().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no queue " + name + " to move it back to"));
    }

    private static ShardedStream stream(Collection<ShardedStream> streams, String name) {
        return streams.stream()
                .filter(each -> each.spec().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no stream " + name + " to put it on again"));
    }
}
