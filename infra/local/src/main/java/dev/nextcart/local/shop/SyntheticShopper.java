package dev.nextcart.local.shop;

import dev.nextcart.domain.event.ClickEvent.CartItemAdded;
import dev.nextcart.domain.event.ClickEvent.CartItemRemoved;
import dev.nextcart.domain.event.ClickEvent.ProductViewed;
import dev.nextcart.domain.event.ClickEvent.RecommendationClicked;
import dev.nextcart.domain.event.ClickEvent.RecommendationShown;
import dev.nextcart.domain.event.ClickEvent.SearchPerformed;
import dev.nextcart.domain.event.ClickEvent.ShownItem;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.local.shop.SyntheticCatalogue.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One made-up shopper: comes by now and then, looks around in two favourite kinds of goods, sometimes buys. */
final class SyntheticShopper {
    private static final int SHOWN_ITEMS = 4;

    private final ShopperId id;
    private final SyntheticCatalogue catalogue;
    private final SyntheticDiary diary;
    private final SplittableRandom random;
    private final SyntheticPurchase purchase;
    private final int[] favourites;
    private Instant now = SyntheticShop.OPENING;

    SyntheticShopper(int number, SyntheticCatalogue catalogue, SyntheticDiary diary, SplittableRandom random) {
        this.id = new ShopperId("shopper-%03d".formatted(number));
        this.catalogue = catalogue;
        this.diary = diary;
        this.random = random;
        this.purchase = new SyntheticPurchase(id, diary, random);
        this.favourites = new int[] {random.nextInt(catalogue.kinds()), random.nextInt(catalogue.kinds())};
    }

    /** One to six visits over the shop's days. */
    void live() {
        int visits = 1 + random.nextInt(3) + random.nextInt(4);
        for (int visit = 0; visit < visits; visit++) {
            int day = random.nextInt(SyntheticShop.DAYS);
            int secondOfDay = (7 + random.nextInt(16)) * 3_600 + random.nextInt(3_600);
            now = SyntheticShop.OPENING.plus(Duration.ofDays(day)).plusSeconds(secondOfDay);
            visit();
        }
    }

    private void visit() {
        Map<Product, Integer> cart = new LinkedHashMap<>();
        if (chance(40)) {
            String query = pick().name().toLowerCase(Locale.ROOT);
            diary.note(now, origin -> new SearchPerformed(origin, id, query));
        }
        List<Product> shown = chance(45) ? recommended() : List.of();
        int views = 1 + random.nextInt(4);
        for (int view = 0; view < views; view++) {
            look(shown.isEmpty() || view > 0 ? pick() : shown.getFirst(), cart);
        }
        if (!cart.isEmpty() && chance(60)) {
            pause(120);
            purchase.checkOut(now, cart);
        }
    }

    /** A list of recommendations comes up; the first one that is seen next was clicked. */
    private List<Product> recommended() {
        pause(30);
        List<Product> items = IntStream.range(0, SHOWN_ITEMS)
                .mapToObj(place -> pick())
                .distinct()
                .toList();
        String recommendationId = "rec-" + ShopperKey.of(id) + "-" + now.getEpochSecond();
        List<ShownItem> places = items.stream()
                .map(product -> new ShownItem(product.id(), 50_000 + random.nextInt(900_000)))
                .toList();
        diary.note(now, origin -> new RecommendationShown(origin, id, recommendationId, places));
        if (!chance(35)) {
            return List.of();
        }
        pause(20);
        diary.note(
                now,
                origin -> new RecommendationClicked(
                        origin, id, recommendationId, items.getFirst().id()));
        return items;
    }

    private void look(Product product, Map<Product, Integer> cart) {
        pause(90);
        diary.note(now, origin -> new ProductViewed(origin, id, product.id(), Optional.of(product.category())));
        if (!chance(35)) {
            return;
        }
        pause(60);
        int quantity = cart.merge(product, 1 + random.nextInt(2), Integer::sum);
        diary.note(
                now, origin -> new CartItemAdded(origin, id, product.id(), quantity, Optional.of(product.category())));
        if (chance(15)) {
            pause(40);
            cart.remove(product);
            diary.note(now, origin -> new CartItemRemoved(origin, id, product.id()));
        }
    }

    private Product pick() {
        int kind = chance(75) ? favourites[random.nextInt(favourites.length)] : random.nextInt(catalogue.kinds());
        return catalogue.pick(kind, random);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void pause(int atMostSeconds) {
        now = now.plusSeconds(1 + random.nextInt(atMostSeconds));
    }
}
