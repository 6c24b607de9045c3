package dev.nextcart.wire;

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
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ReviewEvent.ReviewPosted;
import dev.nextcart.domain.event.ReviewEvent.ReviewRemoved;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.domain.event.ShopperId;
import java.util.List;
import java.util.Optional;

/** Which fields make which fact. Ranges are the facts' own business. */
final class Facts {
    private final Fields fields;

    private Facts(Fields fields) {
        this.fields = fields;
    }

    static ShopEvent of(EventType type, Fields fields) {
        return new Facts(fields).fact(type);
    }

    private ShopEvent fact(EventType type) {
        Origin origin = new Origin(text("eventId"), UtcTime.parse("occurredAt", text("occurredAt")));
        return switch (type) {
            case ORDER_PLACED ->
                new OrderPlaced(
                        origin,
                        buyer(),
                        text("orderId"),
                        text("currency"),
                        lines(),
                        fields.optionalText("promotionId"));
            case ORDER_CANCELLED -> new OrderCancelled(origin, buyer(), text("orderId"), text("currency"), lines());
            case ORDER_RETURNED -> new OrderReturned(origin, buyer(), text("orderId"), text("currency"), lines());
            case REVIEW_POSTED ->
                new ReviewPosted(
                        origin,
                        shopper(),
                        text("reviewId"),
                        product(),
                        rating(),
                        text("text"),
                        fields.optionalText("language"));
            case REVIEW_REMOVED -> new ReviewRemoved(origin, shopper(), text("reviewId"), product(), rating());
            case PRODUCT_VIEWED -> new ProductViewed(origin, shopper(), product(), category());
            case CART_ITEM_ADDED -> new CartItemAdded(origin, shopper(), product(), quantity(), category());
            case CART_ITEM_REMOVED -> new CartItemRemoved(origin, shopper(), product());
            case SEARCH_PERFORMED -> new SearchPerformed(origin, shopper(), text("query"));
            case RECOMMENDATION_SHOWN -> new RecommendationShown(origin, shopper(), text("recommendationId"), items());
            case RECOMMENDATION_CLICKED ->
                new RecommendationClicked(origin, shopper(), text("recommendationId"), product());
            case PRODUCT_CHANGED ->
                new ProductChanged(
                        origin,
                        product(),
                        text("title"),
                        text("description"),
                        category(),
                        fields.wholeNumber("priceCents"),
                        text("currency"),
                        fields.optionalSmallWholeNumber("stock"));
            case SHOPPER_ERASED -> new ShopperErased(origin, shopper(), fields.optionalText("reason"));
        };
    }

    private String text(String name) {
        return fields.text(name);
    }

    /** Who bought; empty for a guest. */
    private Optional<ShopperId> buyer() {
        return fields.optionalText("shopperId").map(ShopperId::new);
    }

    private ShopperId shopper() {
        return new ShopperId(text("shopperId"));
    }

    private ProductId product() {
        return new ProductId(text("productId"));
    }

    private Optional<Category> category() {
        return fields.optionalText("category").map(Category::new);
    }

    private int quantity() {
        return fields.smallWholeNumber("quantity");
    }

    private int rating() {
        return fields.smallWholeNumber("rating");
    }

    private List<OrderLine> lines() {
        return fields.list("lines", line -> new Facts(line).line());
    }

    private OrderLine line() {
        return new OrderLine(product(), quantity(), fields.wholeNumber("unitPriceCents"), category());
    }

    private List<ShownItem> items() {
        return fields.list("items", item -> new Facts(item).item());
    }

    private ShownItem item() {
        return new ShownItem(product(), Propensity.toPpm("propensity", fields.number("propensity")));
    }
}
