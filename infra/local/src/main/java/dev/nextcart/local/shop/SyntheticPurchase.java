package dev.nextcart.local.shop;

import dev.nextcart.domain.event.OrderEvent.OrderCancelled;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderEvent.OrderReturned;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ReviewEvent.ReviewPosted;
import dev.nextcart.domain.event.ReviewEvent.ReviewRemoved;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.local.shop.SyntheticCatalogue.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** What follows from a full cart: the order, and in the days after it a change of mind, goods sent back, a review. */
final class SyntheticPurchase {
    private static final String CURRENCY = "EUR";

    private final ShopperId shopper;
    private final SyntheticDiary diary;
    private final SplittableRandom random;
    private int orders;

    SyntheticPurchase(ShopperId shopper, SyntheticDiary diary, SplittableRandom random) {
        this.shopper = shopper;
        this.diary = diary;
        this.random = random;
    }

    void checkOut(Instant at, Map<Product, Integer> cart) {
        // A guest's order must not name the shopper, and ids should name nobody.
        String orderId = "order-" + ShopperKey.of(shopper) + "-" + ++orders;
        List<OrderLine> lines = cart.entrySet().stream()
                .map(item -> item.getKey().line(item.getValue()))
                .toList();
        Optional<ShopperId> buyer = chance(5) ? Optional.empty() : Optional.of(shopper);
        Optional<String> promotion = chance(10) ? Optional.of("spring-10") : Optional.empty();
        diary.note(at, origin -> new OrderPlaced(origin, buyer, orderId, CURRENCY, lines, promotion));
        if (chance(6)) {
            diary.note(
                    at.plusSeconds(600 + random.nextInt(7_200)),
                    origin -> new OrderCancelled(origin, buyer, orderId, CURRENCY, lines));
            return;
        }
        Product first = cart.keySet().iterator().next();
        if (chance(12)) {
            diary.note(
                    daysLater(at, 3, 14),
                    origin -> new OrderReturned(origin, buyer, orderId, CURRENCY, List.of(first.line(1))));
        }
        if (chance(45)) {
            review(daysLater(at, 2, 20), "review-" + orderId, first);
        }
    }

    private void review(Instant at, String reviewId, Product product) {
        SyntheticReview review = SyntheticReview.of(random);
        diary.note(
                at,
                origin -> new ReviewPosted(
                        origin, shopper, reviewId, product.id(), review.rating(), review.text(), Optional.of("en")));
        if (chance(8)) {
            diary.note(
                    daysLater(at, 1, 6),
                    origin -> new ReviewRemoved(origin, shopper, reviewId, product.id(), review.rating()));
        }
    }

    private Instant daysLater(Instant at, int atLeast, int atMost) {
        return at.plus(Duration.ofDays(atLeast + random.nextInt(atMost - atLeast + 1)))
                .plusSeconds(random.nextInt(10_000));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
