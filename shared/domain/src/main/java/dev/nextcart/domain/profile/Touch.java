package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.ClickEvent.CartItemAdded;
import dev.nextcart.domain.event.ClickEvent.CartItemRemoved;
import dev.nextcart.domain.event.ClickEvent.ProductViewed;
import dev.nextcart.domain.event.ClickEvent.RecommendationClicked;
import dev.nextcart.domain.event.ClickEvent.RecommendationShown;
import dev.nextcart.domain.event.ClickEvent.SearchPerformed;
import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.OrderEvent.OrderCancelled;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ReviewEvent.ReviewPosted;
import dev.nextcart.domain.event.ReviewEvent.ReviewRemoved;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperErased;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A shopper touched a product. A profile keeps the newest {@value #KEPT}, ordered by (at, product, action): touches
 * alike in all three are interchangeable, so the list is a function of the multiset of all touches.
 */
public record Touch(Instant at, ProductId product, Action action) implements Comparable<Touch> {
    public static final int KEPT = 50;
    private static final Comparator<Touch> ORDER =
            Comparator.comparing(Touch::at).thenComparing(Touch::product).thenComparing(Touch::action);

    /** What was done. The order breaks ties between touches of one product at one moment; add new ones at the end. */
    public enum Action {
        BOUGHT,
        RETURNED,
        CANCELLED,
        REVIEWED,
        VIEWED,
        PUT_IN_CART,
        TAKEN_FROM_CART,
        CLICKED_RECOMMENDATION
    }

    @Override
    public int compareTo(Touch other) {
        return ORDER.compare(this, other);
    }

    static List<Touch> newest(List<Touch> kept, ShopEvent event) {
        return Newest.merge(kept, of(event), KEPT, ORDER);
    }

    private static List<Touch> of(ShopEvent event) {
        return switch (event) {
            case OrderPlaced order -> ofLines(order, Action.BOUGHT);
            case OrderReturned order -> ofLines(order, Action.RETURNED);
            case OrderCancelled order -> ofLines(order, Action.CANCELLED);
            case ReviewPosted review -> List.of(new Touch(event.occurredAt(), review.product(), Action.REVIEWED));
            case ProductViewed view -> List.of(new Touch(event.occurredAt(), view.product(), Action.VIEWED));
            case CartItemAdded cart -> List.of(new Touch(event.occurredAt(), cart.product(), Action.PUT_IN_CART));
            case CartItemRemoved cart -> List.of(new Touch(event.occurredAt(), cart.product(), Action.TAKEN_FROM_CART));
            case RecommendationClicked click ->
                List.of(new Touch(event.occurredAt(), click.product(), Action.CLICKED_RECOMMENDATION));
            case ReviewRemoved removed -> List.of();
            case SearchPerformed search -> List.of();
            case ShopperErased erased -> List.of();
            case RecommendationShown shown -> List.of();
            case ProductChanged changed -> List.of();
        };
    }

    private static List<Touch> ofLines(OrderEvent order, Action action) {
        return order.lines().stream()
                .map(line -> new Touch(order.occurredAt(), line.product(), action))
                .toList();
    }
}
