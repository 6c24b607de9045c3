package dev.nextcart.domain.event;

import java.util.List;
import java.util.Optional;

/**
 * Something bought, taken back or called off. Each tells its own lines: the fold looks nothing up, and a return that
 * arrives before its order counts all the same.
 */
public sealed interface OrderEvent extends ShopEvent {
    /** Most lines of one event; the largest real order seen has 705, and 256 KB of event hold about 4,000. */
    int MAX_LINES = 5_000;

    /** Most an event is worth, minor units either way: nine million such events still fit a 64-bit sum. */
    long MAX_AMOUNT_CENTS = 1_000_000_000_000L;

    /** The shop's order number, 1..128 characters; a return or cancellation may name the order it undoes. */
    String orderId();

    /** ISO 4217 code of every price on the lines. */
    String currency();

    /** 1..{@value #MAX_LINES} lines; a product may stand on several. */
    List<OrderLine> lines();

    /** Units on all lines. */
    default long units() {
        return lines().stream().mapToLong(OrderLine::quantity).sum();
    }

    /** Worth of all lines in minor units of {@link #currency()}. */
    default long amountCents() {
        return lines().stream().mapToLong(OrderLine::amountCents).sum();
    }

    record OrderPlaced(
            Origin origin,
            Optional<ShopperId> shopper,
            String orderId,
            String currency,
            List<OrderLine> lines,
            Optional<String> promotionId)
            implements OrderEvent {
        public OrderPlaced {
            Rules.id("orderId", orderId);
            currency = Rules.currency("currency", currency);
            lines = checked(lines);
            promotionId.ifPresent(id -> Rules.id("promotionId", id));
        }
    }

    /** An order called off before it was sent; the lines are those that will not be delivered. */
    record OrderCancelled(
            Origin origin, Optional<ShopperId> shopper, String orderId, String currency, List<OrderLine> lines)
            implements OrderEvent {
        public OrderCancelled {
            Rules.id("orderId", orderId);
            currency = Rules.currency("currency", currency);
            lines = checked(lines);
        }
    }

    /** Goods that came back; quantities are positive, the kind of event turns their sign. */
    record OrderReturned(
            Origin origin, Optional<ShopperId> shopper, String orderId, String currency, List<OrderLine> lines)
            implements OrderEvent {
        public OrderReturned {
            Rules.id("orderId", orderId);
            currency = Rules.currency("currency", currency);
            lines = checked(lines);
        }
    }

    private static List<OrderLine> checked(List<OrderLine> lines) {
        List<OrderLine> checked = Rules.list("lines", lines, 1, MAX_LINES);
        long amountCents = checked.stream().mapToLong(OrderLine::amountCents).sum();
        Rules.range("worth of all lines", amountCents, -MAX_AMOUNT_CENTS, MAX_AMOUNT_CENTS);
        return checked;
    }
}
