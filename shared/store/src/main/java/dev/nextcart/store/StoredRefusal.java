package dev.nextcart.store;

import dev.nextcart.domain.event.Refusals.Refusal;

/**
 * A refusal as it lies in the table.
 *
 * @param refusalId hex SHA-256 of the whole payload
 * @param refusal its payload perhaps cut, as its reason then says
 * @param payloadBytes length of the whole payload
 * @param redrive whether an operator had it, or something mended in its place, sent again
 */
public record StoredRefusal(String refusalId, Refusal refusal, long payloadBytes, Redrive redrive) {
    /** One that nobody has redriven. */
    public StoredRefusal(String refusalId, Refusal refusal, long payloadBytes) {
        this(refusalId, refusal, payloadBytes, Redrive.NEVER);
    }
}
