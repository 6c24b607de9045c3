package dev.nextcart.local.verify;

import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.local.verify.Difference.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Guests have no profile: their orders are accounted for by the lines they left in the ledger. */
final class GuestCheck {
    private final Set<String> guests;
    private final Set<String> all;
    private final Set<String> stored = new HashSet<>();
    private final Set<String> strangers = new TreeSet<>();
    private final Differences differences;

    /**
     * The ledger does not say whose a line is.
     *
     * @param sent orders of all whom one may know, guests among them
     * @param erased orders of those who are erased
     */
    GuestCheck(List<OrderEvent> sent, List<OrderEvent> erased, Differences differences) {
        this.all = Stream.concat(sent.stream(), erased.stream())
                .map(OrderEvent::eventId)
                .collect(Collectors.toSet());
        this.guests = sent.stream()
                .filter(event -> event.shopper().isEmpty())
                .map(OrderEvent::eventId)
                .collect(Collectors.toCollection(TreeSet::new));
        this.differences = differences;
    }

    void add(SaleLine line) {
        if (guests.contains(line.eventId())) {
            stored.add(line.eventId());
        } else if (!all.contains(line.eventId())) {
            strangers.add(line.eventId());
        }
    }

    /** Call when all lines were added. */
    void finish() {
        guests.stream()
                .filter(id -> !stored.contains(id))
                .forEach(id -> differences.add(
                        Kind.EVENT, "event " + id + " of a guest was sent, but has no line in the ledger", List.of()));
        strangers.forEach(
                id -> differences.add(Kind.EVENT, "event " + id + " is in the ledger, but was never sent", List.of()));
    }

    long counted() {
        return stored.size();
    }
}
