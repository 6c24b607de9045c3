package dev.nextcart.local.shop;

import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The rows of one invoice, which become an order, a return, or one of each. */
final class Invoice {
    private final OrderRow first;
    private final Half placed = new Half();
    private final Half returned = new Half();

    Invoice(OrderRow first) {
        this.first = first;
    }

    /** @throws OrdersFileException when the row names another customer than the rows before */
    void add(OrderRow row) {
        if (!row.shopper().equals(first.shopper())) {
            throw new OrdersFileException("line " + row.fileLine() + ", column CustomerID: " + name(row.shopper())
                    + " is not who invoice " + row.invoice() + " names on line " + first.fileLine() + ", "
                    + name(first.shopper()) + "; an invoice has one customer");
        }
        (row.returned() ? returned : placed).add(row);
    }

    List<ShopEvent> events(String currency) {
        List<ShopEvent> events = new ArrayList<>();
        placed.event(
                        "order-",
                        (origin, lines) -> new OrderPlaced(
                                origin, first.shopper(), first.invoice(), currency, lines, Optional.empty()))
                .ifPresent(events::add);
        returned.event(
                        "return-",
                        (origin, lines) -> new OrderReturned(origin, first.shopper(), first.invoice(), currency, lines))
                .ifPresent(events::add);
        return events;
    }

    private static String name(Optional<ShopperId> shopper) {
        return shopper.map(ShopperId::value).orElse("(nobody)");
    }

    /** The lines that went one way, and the earliest time they tell. */
    private final class Half {
        private final List<OrderLine> lines = new ArrayList<>();
        private Instant at = Instant.MAX;

        void add(OrderRow row) {
            lines.add(row.line());
            at = row.at().isBefore(at) ? row.at() : at;
        }

        Optional<ShopEvent> event(String prefix, BiFunction<Origin, List<OrderLine>, ShopEvent> making) {
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(making.apply(new Origin(prefix + first.invoice(), at), lines));
            } catch (InvalidEventException e) {
                throw new OrdersFileException(
                        "invoice " + first.invoice() + ", from line " + first.fileLine() + ": " + e.reason(), e);
            }
        }
    }
}
