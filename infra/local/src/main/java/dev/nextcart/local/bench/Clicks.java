package dev.nextcart.local.bench;

import dev.nextcart.domain.event.Category;
import dev.nextcart.domain.event.ClickEvent.CartItemAdded;
import dev.nextcart.domain.event.ClickEvent.ProductViewed;
import dev.nextcart.domain.event.ClickEvent.RecommendationClicked;
import dev.nextcart.domain.event.ClickEvent.SearchPerformed;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A shop's visitors: of ten clicks seven look at a product, one searches, one fills the cart, one takes an advice. */
record Clicks(Crowd crowd) implements Traffic {
    private static final int PRODUCTS = 97;
    private static final int CATEGORIES = 9;

    @Override
    public List<ShopEvent> batch(int number) {
        return IntStream.range(0, crowd.batchSize())
                .mapToObj(place -> click(number, place))
                .toList();
    }

    private ShopEvent click(int batch, int place) {
        Origin origin = crowd.origin(batch, place);
        ShopperId shopper = crowd.shopper(batch, place);
        // Counts a shopper's own clicks up, so that each does something of everything.
        int step = batch / Crowd.ROUND + place / crowd.shoppersPerBatch() + place % crowd.shoppersPerBatch();
        ProductId product = new ProductId("P%03d".formatted((7 * step + batch) % PRODUCTS));
        Optional<Category> category = Optional.of(new Category("Kind " + step % CATEGORIES));
        return switch (step % 10) {
            case 0 -> new SearchPerformed(origin, shopper, "linen towel " + step % PRODUCTS);
            case 1 -> new CartItemAdded(origin, shopper, product, 1 + step % 3, category);
            case 2 -> new RecommendationClicked(origin, shopper, "advice-" + origin.eventId(), product);
            default -> new ProductViewed(origin, shopper, product, category);
        };
    }
}
