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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Valid events with the nastiest text that is allowed; the same seed gives the same events. */
final class RandomEvents {
    private static final long FIRST_MILLIS =
            Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    private static final long PAST_MILLIS =
            Instant.parse("2099-12-31T00:00:00Z").toEpochMilli();
    private static final List<String> PIECES = List.of(
            "a", "Z", "7", " ", "\"", "\\", "/", "{", "]", ":", "é", "ß", "漢字", "🎁", "👩‍🚀", "\u2028", "\ufeff");
    private static final List<String> CONTROLS = List.of("\n", "\t", "\u0000", "\u007f", "\u0085");

    private final Random random;

    RandomEvents(long seed) {
        this.random = new Random(seed);
    }

    ShopEvent next(EventType type) {
        Origin origin = new Origin(id(), Instant.ofEpochMilli(random.nextLong(FIRST_MILLIS, PAST_MILLIS)));
        return switch (type) {
            case ORDER_PLACED -> new OrderPlaced(origin, buyer(), id(), currency(), lines(), maybe(this::id));
            case ORDER_CANCELLED -> new OrderCancelled(origin, buyer(), id(), currency(), lines());
            case ORDER_RETURNED -> new OrderReturned(origin, buyer(), id(), currency(), lines());
            case REVIEW_POSTED ->
                new ReviewPosted(origin, shopper(), id(), product(), rating(), text(0, 400), maybe(() -> text(1, 35)));
            case REVIEW_REMOVED -> new ReviewRemoved(origin, shopper(), id(), product(), rating());
            case PRODUCT_VIEWED -> new ProductViewed(origin, shopper(), product(), category());
            case CART_ITEM_ADDED -> new CartItemAdded(origin, shopper(), product(), quantity(), category());
            case CART_ITEM_REMOVED -> new CartItemRemoved(origin, shopper(), product());
            case SEARCH_PERFORMED -> new SearchPerformed(origin, shopper(), text(1, 256));
            case RECOMMENDATION_SHOWN -> new RecommendationShown(origin, shopper(), id(), items());
            case RECOMMENDATION_CLICKED -> new RecommendationClicked(origin, shopper(), id(), product());
            case PRODUCT_CHANGED ->
                new ProductChanged(
                        origin,
                        product(),
                        text(1, 200),
                        text(0, 400),
                        category(),
                        random.nextLong(0, 1_000_000_001),
                        currency(),
                        random.nextBoolean() ? OptionalInt.of(random.nextInt(0, 1_000_000_001)) : OptionalInt.empty());
            case SHOPPER_ERASED -> new ShopperErased(origin, shopper(), maybe(() -> text(1, 256)));
        };
    }

    private String id() {
        return pieces(PIECES, 1, 128);
    }

    private String text(int minChars, int maxChars) {
        return pieces(Stream.concat(PIECES.stream(), CONTROLS.stream()).toList(), minChars, maxChars);
    }

    private String pieces(List<String> pieces, int minChars, int maxChars) {
        int chars = random.nextInt(8) == 0 ? maxChars : random.nextInt(minChars, Math.min(maxChars, 20) + 1);
        StringBuilder text = new StringBuilder();
        while (text.codePointCount(0, text.length()) < chars) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.substring(0, text.offsetByCodePoints(0, chars));
    }

    private Optional<ShopperId> buyer() {
        return maybe(this::shopper);
    }

    private ShopperId shopper() {
        return new ShopperId(id());
    }

    private ProductId product() {
        return new ProductId(id());
    }

    private Optional<Category> category() {
        return maybe(() -> new Category(text(1, 64)));
    }

    private int quantity() {
        return random.nextInt(1, 1_000_001);
    }

    private int rating() {
        return random.nextInt(1, 6);
    }

    private String currency() {
        return List.of("GBP", "EUR", "JPY", "USD").get(random.nextInt(4));
    }

    /** Few and cheap enough that one changed number leaves the order within its worth. */
    private List<OrderLine> lines() {
        return some(
                () -> new OrderLine(product(), random.nextInt(1, 1_000), random.nextLong(-1_000, 99_999), category()));
    }

    private List<ShownItem> items() {
        return some(() -> new ShownItem(product(), random.nextInt(1, 1_000_001)));
    }

    private <T> List<T> some(Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(1, 6)).toList();
    }

    private <T> Optional<T> maybe(Supplier<T> one) {
        return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
    }
}
