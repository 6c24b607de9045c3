package dev.nextcart.domain.ledger;

import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.OrderEvent.OrderCancelled;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ProductId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One line of an order, a return or a cancellation, as the ledger keeps it. Its key is (day, product, event id, line):
 * writing it again writes the same. Who bought it stands nowhere in the ledger, so there is nothing to forget.
 *
 * @param day UTC day on which the event occurred
 * @param line place of the line in its event, from 0
 * @param quantity units, positive; {@code kind} says which way they go
 * @param unitPriceCents minor units of {@code currency}
 */
public record SaleLine(
        LocalDate day,
        ProductId product,
        String eventId,
        int line,
        Kind kind,
        int quantity,
        long unitPriceCents,
        String currency) {

    /** Which way the units go. */
    public enum Kind {
        SOLD,
        RETURNED,
        CANCELLED
    }

    /** Quantity times price, minor units. */
    public long amountCents() {
        return quantity * unitPriceCents;
    }

    /** The partition and rollup this line belongs to. */
    public DayBucket bucket() {
        return DayBucket.of(day, product);
    }

    /** The lines of an event, in its order. */
    public static List<SaleLine> of(OrderEvent event) {
        LocalDate day = event.occurredAt().atOffset(ZoneOffset.UTC).toLocalDate();
        Kind kind = switch (event) {
            case OrderPlaced placed -> Kind.SOLD;
            case OrderReturned returned -> Kind.RETURNED;
            case OrderCancelled cancelled -> Kind.CANCELLED;
        };
        return IntStream.range(0, event.lines().size())
                .mapToObj(line -> of(event, day, kind, line))
                .toList();
    }

    private static SaleLine of(OrderEvent event, LocalDate day, Kind kind, int place) {
        OrderLine line = event.lines().get(place);
        return new SaleLine(
                day,
                line.product(),
                event.eventId(),
                place,
                kind,
                line.quantity(),
                line.unitPriceCents(),
                event.currency());
    }
}
