package dev.nextcart.inference;

import java.time.Instant;

/**
 * One order of a shopper.
 *
 * @param occurredAt UTC
 * @param valueCents minor units of the shop's currency; negative for a return
 * @param units of all its lines together; negative for a return
 */
public record Purchase(Instant occurredAt, long valueCents, int units) {}
