package dev.nextcart.store;

import dev.nextcart.domain.event.ShopperId;

/**
 * A late event as it lies in the table.
 *
 * @param payload the event as canonical JSON
 */
public record StoredLateEvent(ShopperId shopper, String eventId, String payload) {}
