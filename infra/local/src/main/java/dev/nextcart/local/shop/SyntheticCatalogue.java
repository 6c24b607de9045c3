package dev.nextcart.local.shop;

import dev.nextcart.domain.event.Category;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** The goods of the made-up shop: ten kinds, twelve of each. */
final class SyntheticCatalogue {
    private static final List<Kind> KINDS = List.of(
            new Kind("Coffee", 1_290, "Espresso Beans", "Filter Roast", "Decaf Blend"),
            new Kind("Tea", 790, "Green Sencha", "Earl Grey", "Rooibos Vanilla"),
            new Kind("Mugs", 1_450, "Stoneware Mug", "Glass Cup", "Travel Mug"),
            new Kind("Candles", 1_800, "Soy Candle", "Beeswax Pillar", "Scented Jar"),
            new Kind("Textiles", 2_600, "Linen Towel", "Wool Throw", "Cotton Napkins"),
            new Kind("Stationery", 990, "Dotted Notebook", "Brush Pens", "Letter Set"),
            new Kind("Toys", 2_200, "Wooden Train", "Puzzle", "Stacking Rings"),
            new Kind("Garden", 1_650, "Herb Planter", "Seed Box", "Watering Can"),
            new Kind("Kitchen", 3_400, "Bread Knife", "Cast Iron Pan", "Mixing Bowl"),
            new Kind("Lamps", 5_900, "Desk Lamp", "Paper Lantern", "Night Light"));
    private static final List<String> VARIANTS = List.of("Classic", "Nordic", "Meadow", "Midnight");

    private static final int MAX_DELIVERIES = 3;
    private static final int MAX_STOCK = 250;
    private static final int HOURS_A_DAY = 24;

    private final List<Product> products = new ArrayList<>();

    SyntheticCatalogue(SplittableRandom random) {
        for (Kind kind : KINDS) {
            for (String name : kind.names) {
                for (String variant : VARIANTS) {
                    long cents = kind.centsAround * (60 + random.nextInt(90)) / 100;
                    products.add(new Product(
                            new ProductId("P%03d".formatted(products.size() + 1)),
                            name + " " + variant,
                            new Category(kind.category),
                            cents));
                }
            }
        }
    }

    /** One thing for sale. */
    record Product(ProductId id, String name, Category category, long cents) {
        OrderLine line(int quantity) {
            return new OrderLine(id, quantity, cents, Optional.of(category));
        }

        ProductChanged told(Origin origin, int stock) {
            return new ProductChanged(
                    origin,
                    id,
                    name,
                    name + ", from our " + category.value().toLowerCase(Locale.ROOT) + " shelf.",
                    Optional.of(category),
                    cents,
                    SyntheticPurchase.CURRENCY,
                    OptionalInt.of(stock));
        }
    }

    Map<ProductId, String> names() {
        Map<ProductId, String> names = new HashMap<>();
        products.forEach(product -> names.put(product.id, product.name));
        return names;
    }

    /** Tells of every product at the opening, and of some again when new stock comes in. */
    void tell(SyntheticDiary diary, SplittableRandom random) {
        for (Product product : products) {
            Instant at = SyntheticShop.OPENING;
            int deliveries = random.nextInt(MAX_DELIVERIES + 1);
            for (int told = 0; told <= deliveries; told++) {
                int stock = random.nextInt(MAX_STOCK + 1);
                diary.note(at, origin -> product.told(origin, stock));
                at = at.plus(Duration.ofHours(1 + random.nextInt(SyntheticShop.DAYS * HOURS_A_DAY / MAX_DELIVERIES)));
            }
        }
    }

    int kinds() {
        return KINDS.size();
    }

    /** A product of a kind; the first ones of a kind sell best. */
    Product pick(int kind, SplittableRandom random) {
        int perKind = products.size() / KINDS.size();
        int rank = Math.min(random.nextInt(perKind), random.nextInt(perKind));
        return products.get(kind * perKind + rank);
    }

    private record Kind(String category, long centsAround, List<String> names) {
        Kind(String category, long centsAround, String... names) {
            this(category, centsAround, List.of(names));
        }
    }
}
