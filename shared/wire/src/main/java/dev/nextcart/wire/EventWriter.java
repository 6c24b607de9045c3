package dev.nextcart.wire;

import dev.nextcart.domain.event.ShopEvent;

/** Placeholder of the interface the other rooms build on. */
public final class EventWriter {
    /** Canonical JSON; reading it back gives an equal event. */
    public String write(ShopEvent event) {
        throw new UnsupportedOperationException(event.eventId());
    }
}
