package dev.nextcart.domain.event;

import java.time.Instant;

/** Where messages go that can never succeed, each with its reason, for an operator to mend and send again. */
public interface Refusals {
    /**
     * Durable when it returns; refusing the same payload again changes nothing.
     *
     * @throws StoreBusyException when it could not be set down; the message must come back
     */
    void refuse(Refusal refusal);

    /**
     * One message that was refused.
     *
     * @param source name of the function or door that refused it
     * @param messageId the transport's id of it: SQS message id, Kinesis sequence number
     * @param reason names the field, the value and the rule
     * @param payload the message as it came
     * @param refusedAt the receiver's clock
     */
    record Refusal(String source, String messageId, String reason, String payload, Instant refusedAt) {}
}
