package dev.nextcart.domain.event;

import java.time.Instant;

/** Where messages go that can never succeed, each with its reason, for an operator to mend and send again. */
public interface Refusals {
    /**
     * Durable when it returns; refusing the same payload again changes nothing. The payload of a message that names an
     * erased shopper is not kept, nor its reason, which may quote it.
     *
     * @return whether payload and reason are kept; false if the message names an erased shopper
     * @throws StoreBusyException when it could not be set down; the message must come back
     */
    boolean refuse(Refusal refusal);

    /**
     * Sets down that an event of an erased shopper came, but not its payload. Durable when it returns; again it changes
     * nothing.
     *
     * @param refusal its reason must not name the shopper
     * @throws StoreBusyException when it could not be set down; the message must come back
     */
    void withhold(Refusal refusal, ShopperKey erased);

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
