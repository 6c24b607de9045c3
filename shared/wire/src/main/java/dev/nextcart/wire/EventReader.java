package dev.nextcart.wire;

import dev.nextcart.domain.event.ShopEvent;
import java.time.InstantSource;

/** Placeholder of the interface the other rooms build on. */
public final class EventReader {
    public EventReader(InstantSource clock) {}

    /** The fact that a canonical event tells. */
    public ShopEvent read(String json) {
        throw new UnsupportedOperationException(json);
    }

    /** The fact inside an EventBridge envelope (an SQS body). */
    public ShopEvent readEnvelope(String json) {
        throw new UnsupportedOperationException(json);
    }
}
