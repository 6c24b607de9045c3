package dev.nextcart.domain.ledger;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.OrderEvent;
import java.util.List;
import java.util.Optional;

/** The shop's sales, guests included. */
public interface SalesLedger {
    /**
     * Puts every line of these events and recomputes the rollups they touch. Recording an event again changes nothing.
     *
     * @return for each event, in order: {@link Fate.Counted} once its lines and the rollups over them are durable
     *     (whether or not they were before), or {@link Fate.Busy}
     */
    List<Fate> record(List<? extends OrderEvent> events);

    /**
     * The stored rollup of a bucket; empty if nothing of it was sold.
     *
     * @throws dev.nextcart.domain.event.StoreBusyException when out of reach
     */
    Optional<Rollup> rollup(DayBucket bucket);
}
