package dev.nextcart.local.template;

import java.time.Duration;
import java.util.Optional;

/** A standard SQS queue. */
public record QueueSpec(
        String id, String name, String arn, Duration visibilityTimeout, Duration retention, Optional<Redrive> redrive) {

    /**
     * Where a message goes that was received too often.
     *
     * @param deadLetterQueueId logical id of the dead-letter queue
     */
    public record Redrive(String deadLetterQueueId, int maxReceiveCount) {}
}
