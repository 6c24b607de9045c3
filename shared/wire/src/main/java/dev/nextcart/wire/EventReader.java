package dev.nextcart.wire;

import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.ShopEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Reads events off the wire, for any number of threads. It takes a type for what it says ({@code "2"} and {@code 2.0}
 * are no whole numbers), each name once, and nothing after the end; it ignores fields it does not know.
 *
 * <p>Whatever cannot be a fact is an {@link InvalidEventException} that names the field by its path in the event
 * ({@code lines[3].quantity}), the value and the rule, or the line and column where the text stops being JSON. There is
 * no other failure: the same text fails again, so refuse it and go on.
 */
public final class EventReader {
    /**
     * How far an event may lie ahead of us. An event that claims to be from the future would raise its shopper's floor
     * over everything that really happens until then; a day is wider than any wrong time zone.
     */
    static final Duration MAX_AHEAD = Duration.ofDays(1);

    private final InstantSource clock;
    private final JsonTree json = new JsonTree();

    /** @param clock the receiver's, against which events from the future are told */
    public EventReader(InstantSource clock) {
        this.clock = clock;
    }

    /** The fact that a canonical event tells. */
    public ShopEvent read(String event) {
        return fact(Fields.of("event", json.parse(event)));
    }

    /** The fact in an EventBridge envelope, which is what a bus rule puts on a queue. */
    public ShopEvent readEnvelope(String envelope) {
        Fields outer = Fields.of("envelope", json.parse(envelope));
        Fields detail = outer.object("detail");
        Optional<String> detailType = outer.optionalText("detail-type");
        if (detailType.isPresent() && !detailType.get().equals(detail.text("type"))) {
            throw new InvalidEventException(
                    "detail-type", detailType.get(), "is not the type that the detail gives itself");
        }
        return fact(detail);
    }

    /**
     * What a door needs to know of an event, be it valid or not.
     *
     * @throws InvalidEventException when this is no JSON object with a {@code type}
     */
    public EventHead peek(String event) {
        Fields fields = Fields.of("event", json.parse(event));
        return new EventHead(fields.text("type"), fields.textIfAny("shopperId"));
    }

    private ShopEvent fact(Fields fields) {
        String name = fields.text("type");
        EventType type = EventType.named(name)
                .orElseThrow(() -> new InvalidEventException("type", name, "is none of " + EventType.names()));
        ShopEvent event = Facts.of(type, fields);
        Instant now = clock.instant();
        if (event.occurredAt().isAfter(now.plus(MAX_AHEAD))) {
            throw new InvalidEventException(
                    "occurredAt",
                    event.occurredAt(),
                    "is more than " + MAX_AHEAD.toHours() + " hours ahead of the receiver's clock, " + now);
        }
        return event;
    }
}
