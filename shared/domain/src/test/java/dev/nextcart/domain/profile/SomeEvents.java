package dev.nextcart.domain.profile;

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
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Events of one shopper, drawn from a seed: few products, few moments, so that ties and overwrites are common. */
final class SomeEvents {
    static final ShopperId ANN = new ShopperId("ann");
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final int PRODUCTS = 70;
    private static final int KINDS = 11;

    private final SplittableRandom random;
    private final Duration span;

    SomeEvents(long seed, Duration span) {
        this.random = new SplittableRandom(seed);
        this.span = span;
    }

    List<ShopEvent> draw(int count) {
        return IntStream.range(0, count).mapToObj(i -> draw("e" + i)).toList();
    }

    static OrderPlaced placed(String eventId, Instant at, OrderLine... lines) {
        return new OrderPlaced(
                new Origin(eventId, at), Optional.of(ANN), "o-" + eventId, "GBP", List.of(lines), Optional.empty());
    }

    static ProductViewed viewed(String eventId, Instant at) {
        return new ProductViewed(new Origin(eventId, at), ANN, new ProductId("mug"), Optional.empty());
    }

    private ShopEvent draw(String id) {
        Origin origin = new Origin(id, START.plusSeconds(random.nextLong(span.toSeconds())));
        ProductId product = new ProductId("p" + random.nextInt(PRODUCTS));
        Optional<Category> category =
                random.nextBoolean() ? Optional.of(new Category("kind " + random.nextInt(5))) : Optional.empty();
        int few = 1 + random.nextInt(5);
        return switch (random.nextInt(KINDS)) {
            case 0 -> new OrderPlaced(origin, Optional.of(ANN), id, currency(), lines(few), Optional.empty());
            case 1 -> new OrderReturned(origin, Optional.of(ANN), id, currency(), lines(few));
            case 2 -> new OrderCancelled(origin, Optional.of(ANN), id, currency(), lines(few));
            case 3 -> new ReviewPosted(origin, ANN, id, product, few, "fine", Optional.empty());
            case 4 -> new ReviewRemoved(origin, ANN, id, product, few);
            case 5 -> new CartItemAdded(origin, ANN, product, few, category);
            case 6 -> new CartItemRemoved(origin, ANN, product);
            case 7 -> new SearchPerformed(origin, ANN, "tea light ".repeat(few * 3));
            case 8 -> new RecommendationShown(origin, ANN, id, List.of(new ShownItem(product, 250_000)));
            case 9 -> new RecommendationClicked(origin, ANN, id, product);
            default -> new ProductViewed(origin, ANN, product, category);
        };
    }

    private String currency() {
        return random.nextInt(4) == 0 ? "EUR" : "GBP";
    }

    private List<OrderLine> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new OrderLine(
                        new ProductId("p" + random.nextInt(PRODUCTS)),
                        1 + random.nextInt(12),
                        random.nextInt(5_000) - 100,
                        Optional.of(new Category("kind " + random.nextInt(5)))))
                .toList();
    }
}
