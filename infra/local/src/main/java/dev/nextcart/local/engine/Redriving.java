package dev.nextcart.local.engine;

import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Moves dead letters back to where they came from, as SQS's StartMessageMoveTask does for queues: they begin a new life
 * there, with a new id and a new age. Sent first and removed after; whoever saw both would see it twice, never not at all.
 */
final class Redriving {
    private final SortedMap<String, Queue> queues;
    private final Tickets tickets;
    private final Consumer<DeadLetter> putBack;

    /** @param putBack puts the records of a dead letter back on their stream */
    Redriving(SortedMap<String, Queue> queues, Tickets tickets, Consumer<DeadLetter> putBack) {
        this.queues = queues;
        this.tickets = tickets;
        this.putBack = putBack;
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
        String source = letter.reasons().get(DeadLetter.SOURCE_QUEUE);
        if (source == null) {
            putBack.accept(letter);
        } else {
            queue(source).send(tickets.issue(), letter.body());
        }
    }

    private Queue queue(String name) {
        return queues.values().stream()
                .filter(each -> each.spec().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no queue " + name + " to move it back to"));
    }
}
