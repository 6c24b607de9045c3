package dev.nextcart.domain.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What every event says of itself. The id names the fact: two events of one shopper and one {@link ShopEvent.Stream}
 * with one id are one fact told twice (of the catalogue: of one product, with one id and time).
 *
 * @param eventId opaque, 1..128 characters, no control characters
 * @param occurredAt when it happened, UTC, cut to milliseconds; between 2000-01-01 and 2100-01-01
 */
public record Origin(String eventId, Instant occurredAt) {
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    public Origin {
        Rules.id("eventId", eventId);
        if (occurredAt.isBefore(EARLIEST) || !occurredAt.isBefore(LATEST)) {
            throw new InvalidEventException("occurredAt", occurredAt, "is not in " + EARLIEST + ".." + LATEST);
        }
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public long occurredAtMillis() {
        return occurredAt.toEpochMilli();
    }
}
