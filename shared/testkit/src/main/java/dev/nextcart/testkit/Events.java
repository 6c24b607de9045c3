package dev.nextcart.testkit;

import dev.nextcart.domain.event.ClickEvent.CartItemAdded;
import dev.nextcart.domain.event.ClickEvent.ProductViewed;
import dev.nextcart.domain.event.OrderEvent.OrderCancelled;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ReviewEvent.ReviewPosted;
import dev.nextcart.domain.event.ShopperId;
import java.time.Instant;
import java.util.List;

/** Events of {@link #SHOPPER} at {@link #NOON}, for tests that are about something else. */
public final class Events {
    public static final ShopperId SHOPPER = new ShopperId("shopper-1");
    public static final ShopperId OTHER_SHOPPER = new ShopperId("shopper-2");
    public static final ProductId MUG = new ProductId("MUG001");
    public static final Instant NOON = Instant.parse("2010-12-01T12:00:00Z");
    private static final ShopperEvents MINE = ShopperEvents.of(SHOPPER);

    private Events() {}

    /** An order of one mug at this price in pence. */
    public static OrderPlaced placed(String eventId, long cents) {
        return placed(eventId, NOON, cents);
    }

    public static OrderPlaced placed(String eventId, Instant at, long cents) {
        return MINE.placed(eventId, at, oneMug(cents));
    }

    /** The same order without a shopper. */
    public static OrderPlaced placedByGuest(String eventId, long cents) {
        return ShopperEvents.ofGuest().placed(eventId, NOON, oneMug(cents));
    }

    public static OrderCancelled cancelled(String eventId, long cents) {
        return MINE.cancelled(eventId, NOON, oneMug(cents));
    }

    public static OrderReturned returned(String eventId, long cents) {
        return MINE.returned(eventId, NOON, oneMug(cents));
    }

    public static ReviewPosted reviewed(String eventId, int rating) {
        return MINE.reviewed(eventId, NOON, MUG, rating);
    }

    public static ProductViewed viewed(String eventId) {
        return viewed(eventId, NOON);
    }

    public static ProductViewed viewed(String eventId, Instant at) {
        return MINE.viewed(eventId, at, MUG);
    }

    public static CartItemAdded added(String eventId, int quantity) {
        return MINE.added(eventId, NOON, MUG, quantity);
    }

    private static List<OrderLine> oneMug(long cents) {
        return List.of(new OrderLine(MUG.value(), 1, cents));
    }
}
