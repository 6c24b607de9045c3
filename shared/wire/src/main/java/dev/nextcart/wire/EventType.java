package dev.nextcart.wire;

import dev.nextcart.domain.event.ClickEvent.CartItemAdded;
import dev.nextcart.domain.event.ClickEvent.CartItemRemoved;
import dev.nextcart.domain.event.ClickEvent.ProductViewed;
import dev.nextcart.domain.event.ClickEvent.RecommendationClicked;
import dev.nextcart.domain.event.ClickEvent.RecommendationShown;
import dev.nextcart.domain.event.ClickEvent.SearchPerformed;
import dev.nextcart.domain.event.OrderEvent.OrderCancelled;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ReviewEvent.ReviewPosted;
import dev.nextcart.domain.event.ReviewEvent.ReviewRemoved;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopEvent.Stream;
import dev.nextcart.domain.event.ShopperErased;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every kind of event there is on the wire, by the name its {@code type} field carries. */
public enum EventType {
    ORDER_PLACED("OrderPlaced", Stream.ORDERS),
    ORDER_CANCELLED("OrderCancelled", Stream.ORDERS),
    ORDER_RETURNED("OrderReturned", Stream.ORDERS),
    REVIEW_POSTED("ReviewPosted", Stream.REVIEWS),
    REVIEW_REMOVED("ReviewRemoved", Stream.REVIEWS),
    PRODUCT_VIEWED("ProductViewed", Stream.CLICKS),
    CART_ITEM_ADDED("CartItemAdded", Stream.CLICKS),
    CART_ITEM_REMOVED("CartItemRemoved", Stream.CLICKS),
    SEARCH_PERFORMED("SearchPerformed", Stream.CLICKS),
    RECOMMENDATION_SHOWN("RecommendationShown", Stream.CLICKS),
    RECOMMENDATION_CLICKED("RecommendationClicked", Stream.CLICKS),
    PRODUCT_CHANGED("ProductChanged", Stream.CATALOGUE),
    SHOPPER_ERASED("ShopperErased", Stream.PRIVACY);

    private final String wireName;
    private final Stream stream;

    EventType(String wireName, Stream stream) {
        this.wireName = wireName;
        this.stream = stream;
    }

    /** The {@code type} field, and the {@code detail-type} on the bus. */
    public String wireName() {
        return wireName;
    }

    /** Which way it comes in: clicks by the stream, all others by the bus. */
    public Stream stream() {
        return stream;
    }

    /** The type of a fact. A new kind of fact breaks the build here, in the writer and (by its constant) in the reader. */
    public static EventType of(ShopEvent event) {
        return switch (event) {
            case OrderPlaced placed -> ORDER_PLACED;
            case OrderCancelled cancelled -> ORDER_CANCELLED;
            case OrderReturned returned -> ORDER_RETURNED;
            case ReviewPosted posted -> REVIEW_POSTED;
            case ReviewRemoved removed -> REVIEW_REMOVED;
            case ProductViewed viewed -> PRODUCT_VIEWED;
            case CartItemAdded added -> CART_ITEM_ADDED;
            case CartItemRemoved removed -> CART_ITEM_REMOVED;
            case SearchPerformed performed -> SEARCH_PERFORMED;
            case RecommendationShown shown -> RECOMMENDATION_SHOWN;
            case RecommendationClicked clicked -> RECOMMENDATION_CLICKED;
            case ProductChanged changed -> PRODUCT_CHANGED;
            case ShopperErased erased -> SHOPPER_ERASED;
        };
    }

    /** The type of this name; empty if nobody here knows it. */
    public static Optional<EventType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    /** All names, for a message. */
    static String names() {
        return Arrays.stream(values()).map(EventType::wireName).collect(Collectors.joining(", "));
    }
}
