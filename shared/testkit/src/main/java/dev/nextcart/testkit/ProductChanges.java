package dev.nextcart.testkit;

import dev.nextcart.domain.event.Category;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What a shop says of its products, for tests that are about something else. */
public final class ProductChanges {
    private static final Optional<Category> CATEGORY = Optional.of(new Category("kitchen"));
    private static final int UNITS = 12;

    private ProductChanges() {}

    /** {@link Events#MUG} at {@link Events#NOON} at this price in pence. */
    public static ProductChanged mug(String eventId, long cents) {
        return mug(eventId, Events.NOON, cents);
    }

    public static ProductChanged mug(String eventId, Instant at, long cents) {
        return of(Events.MUG, eventId, at, cents);
    }

    public static ProductChanged of(ProductId product, String eventId, Instant at, long cents) {
        return new ProductChanged(
                new Origin(eventId, at),
                product,
                "Stoneware mug",
                "Holds a third of a litre.",
                CATEGORY,
                cents,
                "GBP",
                OptionalInt.of(UNITS));
    }

    /** Nothing told that need not be. */
    public static ProductChanged bare(ProductId product, String eventId, Instant at) {
        return new ProductChanged(
                new Origin(eventId, at), product, "?", "", Optional.empty(), 0, "JPY", OptionalInt.empty());
    }

    /** Everything as long as it may be, in characters that take most bytes. */
    public static ProductChanged longest(ProductId product, String eventId, Instant at) {
        return new ProductChanged(
                new Origin(eventId, at),
                product,
                "🏺".repeat(200),
                "🏺".repeat(10_000),
                Optional.of(new Category("🏺".repeat(64))),
                1_000_000_000,
                "GBP",
                OptionalInt.of(1_000_000_000));
    }
}
