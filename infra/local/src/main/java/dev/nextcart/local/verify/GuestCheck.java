package dev.nextcart.local.verify;

import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.local.verify.Difference.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Guests have no profile: their orders are accounted for by the lines they left in the ledger. */
final class GuestCheck {
    private final Set<String> sent;
    private final Set<String> stored = new HashSet<>();
    private final Differences differences;

    GuestCheck(List<OrderEvent> sent, Differences differences) {
        this.sent = new TreeSet<>(sent.stream()
                .filter(event -> event.shopper().isEmpty())
                .map(OrderEvent::eventId)
                .toList());
        this.differences = differences;
    }

    void add(SaleLine line) {
        if (line.shopper().isEmpty()) {
            stored.add(line.eventId());
        }
    }

    /** Call when all lines were added. */
    void finish() {
        sent.stream()
                .filter(id -> !stored.contains(id))
                .forEach(id -> differences.add(
                        Kind.EVENT, "event " + id + " of a guest was sent, but has no line in the ledger", List.of()));
        stored.stream()
                .filter(id -> !sent.contains(id))
                .sorted()
                .forEach(id -> differences.add(
                        Kind.EVENT, "event " + id + " of a guest is in the ledger, but was never sent", List.of()));
    }

    long counted() {
        return stored.size();
    }
}
