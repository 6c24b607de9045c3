package dev.nextcart.store;

import dev.nextcart.domain.event.Refusals.Refusal;

/**
 * A refusal as it lies in the table.
 *
 * @param refusalId hex SHA-256 of the whole payload
 * @param refusal its payload perhaps cut, as its reason then says
 * @param payloadBytes length of the whole payload
 */
public record StoredRefusal(String refusalId, Refusal refusal, long payloadBytes) {}
