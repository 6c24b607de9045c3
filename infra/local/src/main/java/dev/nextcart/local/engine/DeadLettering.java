package dev.nextcart.local.engine;

import dev.nextcart.local.template.QueueSpec;
import dev.nextcart.local.template.QueueSpec.Redrive;
import java.util.Map;

/**
 * A queue's redrive policy: a message received {@code maxReceiveCount} times goes to the dead-letter queue, under its
 * own id and with its age.
 */
final class DeadLettering {
    private final QueueSpec source;
    private final Redrive redrive;
    private final Queue deadLetterQueue;
    private long moved;

    DeadLettering(QueueSpec source, Redrive redrive, Queue deadLetterQueue) {
        this.source = source;
        this.redrive = redrive;
        this.deadLetterQueue = deadLetterQueue;
    }

    boolean isDue(Message message) {
        return message.receiveCount >= redrive.maxReceiveCount();
    }

    void move(Message message) {
        moved++;
        Message dead = message.again(Tickets.NONE);
        dead.reasons = Map.of(
                DeadLetter.SOURCE_QUEUE,
                source.name(),
                "Condition",
                "MaxReceiveCountExceeded",
                "ReceiveCount",
                Integer.toString(message.receiveCount),
                "LastFailure",
                message.lastFailure);
        deadLetterQueue.accept(dead);
    }

    long moved() {
        return moved;
    }
}
