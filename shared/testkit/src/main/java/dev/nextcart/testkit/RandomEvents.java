package dev.nextcart.testkit;

import dev.nextcart.domain.event.OrderEvent;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Valid events of every kind, the same for the same seed, with ids of their own. Times lie anywhere in the span; one in
 * {@value #TIE_ODDS} repeats the time before it, so that ties are met.
 */
public final class RandomEvents {
    private static final int KINDS = 11;
    private static final int ORDER_KINDS = 3;
    private static final int PRODUCTS = 80;
    private static final int MAX_LINES = 6;
    private static final int MAX_QUANTITY = 12;
    private static final int MAX_PRICE_CENTS = 5_000;
    private static final int MAX_STARS = 5;
    private static final int TIE_ODDS = 8;
    private static final int CREDIT_ODDS = 20;
    private static final List<String> QUERIES = List.of("blue mug", "tea towel", "Lampe für den Tisch", "🎁 wrap");

    private final Random random;
    private final String idPrefix;
    private final Instant from;
    private final Duration span;
    private Instant last;
    private int made;

    /** @param span how far after {@code from} events may occur, more than a millisecond */
    public RandomEvents(long seed, Instant from, Duration span) {
        this.random = new Random(seed);
        this.idPrefix = "e" + seed + "-";
        this.from = from;
        this.span = span;
        this.last = from;
    }

    public List<ShopEvent> of(ShopperId shopper, int count) {
        return Stream.generate(() -> of(shopper)).limit(count).toList();
    }

    /** An event of any kind. */
    public ShopEvent of(ShopperId shopper) {
        ShopperEvents events = ShopperEvents.of(shopper);
        return switch (random.nextInt(KINDS)) {
            case 0, 1, 2 -> order(events);
            case 3 -> events.reviewed(id(), at(), product(), stars());
            case 4 -> events.reviewRemoved(id(), at(), product(), stars());
            case 5 -> events.viewed(id(), at(), product());
            case 6 -> events.added(id(), at(), product(), quantity());
            case 7 -> events.removed(id(), at(), product());
            case 8 -> events.searched(id(), at(), QUERIES.get(random.nextInt(QUERIES.size())));
            case 9 -> events.shown(id(), at(), List.of(product(), product()));
            default -> events.clicked(id(), at(), product());
        };
    }

    /** An order, a return or a cancellation; for a guest if {@code events} are a guest's. */
    public OrderEvent order(ShopperEvents events) {
        return switch (random.nextInt(ORDER_KINDS)) {
            case 0 -> events.placed(id(), at(), lines());
            case 1 -> events.returned(id(), at(), lines());
            default -> events.cancelled(id(), at(), lines());
        };
    }

    private List<OrderLine> lines() {
        return IntStream.range(0, 1 + random.nextInt(MAX_LINES))
                .mapToObj(line -> new OrderLine(product().value(), quantity(), cents()))
                .toList();
    }

    private String id() {
        return idPrefix + made++;
    }

    private Instant at() {
        if (random.nextInt(TIE_ODDS) > 0) {
            last = from.plusMillis((long) (random.nextDouble() * span.toMillis()));
        }
        return last;
    }

    private ProductId product() {
        return new ProductId("P%05d".formatted(random.nextInt(PRODUCTS)));
    }

    private int quantity() {
        return 1 + random.nextInt(MAX_QUANTITY);
    }

    private int stars() {
        return 1 + random.nextInt(MAX_STARS);
    }

    private long cents() {
        long cents = random.nextInt(MAX_PRICE_CENTS);
        return random.nextInt(CREDIT_ODDS) == 0 ? -cents : cents;
    }
}
