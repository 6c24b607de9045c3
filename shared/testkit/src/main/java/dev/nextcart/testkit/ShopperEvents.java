package dev.nextcart.testkit;

import dev.nextcart.domain.event.Category;
import dev.nextcart.domain.event.ClickEvent.CartItemAdded;
import dev.nextcart.domain.event.ClickEvent.CartItemRemoved;
import dev.nextcart.domain.event.ClickEvent.ProductViewed;
import dev.nextcart.domain.event.ClickEvent.RecommendationClicked;
import dev.nextcart.domain.event.ClickEvent.RecommendationShown;
import dev.nextcart.domain.event.ClickEvent.SearchPerformed;
import dev.nextcart.domain.event.ClickEvent.ShownItem;
import dev.nextcart.domain.event.OrderEvent.OrderCancelled;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ReviewEvent.ReviewPosted;
import dev.nextcart.domain.event.ReviewEvent.ReviewRemoved;
import dev.nextcart.domain.event.ShopperId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Events of one shopper, every kind of them, in pounds.
 *
 * @param shopper empty for a guest, who can only order
 */
public record ShopperEvents(Optional<ShopperId> shopper) {
    private static final String CURRENCY = "GBP";
    private static final String RECOMMENDATION = "recommendation-1";
    private static final Optional<Category> CATEGORY = Optional.of(new Category("kitchen"));
    private static final int EVEN_CHANCE_PPM = 500_000;

    public static ShopperEvents of(ShopperId shopper) {
        return new ShopperEvents(Optional.of(shopper));
    }

    public static ShopperEvents ofGuest() {
        return new ShopperEvents(Optional.empty());
    }

    public OrderPlaced placed(String eventId, Instant at, List<OrderLine> lines) {
        return new OrderPlaced(new Origin(eventId, at), shopper, eventId, CURRENCY, lines, Optional.empty());
    }

    public OrderCancelled cancelled(String eventId, Instant at, List<OrderLine> lines) {
        return new OrderCancelled(new Origin(eventId, at), shopper, eventId, CURRENCY, lines);
    }

    public OrderReturned returned(String eventId, Instant at, List<OrderLine> lines) {
        return new OrderReturned(new Origin(eventId, at), shopper, eventId, CURRENCY, lines);
    }

    public ReviewPosted reviewed(String eventId, Instant at, ProductId product, int rating) {
        return new ReviewPosted(
                new Origin(eventId, at), known(), eventId, product, rating, "Does what it says.", Optional.of("en"));
    }

    public ReviewRemoved reviewRemoved(String eventId, Instant at, ProductId product, int rating) {
        return new ReviewRemoved(new Origin(eventId, at), known(), eventId, product, rating);
    }

    public ProductViewed viewed(String eventId, Instant at, ProductId product) {
        return new ProductViewed(new Origin(eventId, at), known(), product, CATEGORY);
    }

    public CartItemAdded added(String eventId, Instant at, ProductId product, int quantity) {
        return new CartItemAdded(new Origin(eventId, at), known(), product, quantity, CATEGORY);
    }

    public CartItemRemoved removed(String eventId, Instant at, ProductId product) {
        return new CartItemRemoved(new Origin(eventId, at), known(), product);
    }

    public SearchPerformed searched(String eventId, Instant at, String query) {
        return new SearchPerformed(new Origin(eventId, at), known(), query);
    }

    public RecommendationShown shown(String eventId, Instant at, List<ProductId> products) {
        List<ShownItem> items = products.stream()
                .map(product -> new ShownItem(product, EVEN_CHANCE_PPM))
                .toList();
        return new RecommendationShown(new Origin(eventId, at), known(), RECOMMENDATION, items);
    }

    public RecommendationClicked clicked(String eventId, Instant at, ProductId product) {
        return new RecommendationClicked(new Origin(eventId, at), known(), RECOMMENDATION, product);
    }

    private ShopperId known() {
        return shopper.orElseThrow(() -> new IllegalStateException("a guest can only order"));
    }
}
