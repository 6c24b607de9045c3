package dev.nextcart.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What each function is asked to do once it is warm. */
final class WarmTraffic {
    /** Few, so that the function's own work weighs most and DynamoDB's least. */
    private static final int SHOPPERS = 5;

    private static final Duration CLICK_EVERY = Duration.ofSeconds(1);
    private static final Duration REVIEW_EVERY = Duration.ofMinutes(1);

    /** Some 300 orders a day, as in {@link Scenario}. */
    private static final Duration ORDER_EVERY = Duration.ofMinutes(5);

    private WarmTraffic() {}

    /**
     * Traffic of a crowd of that name, the last of so many batches just now; empty for a function that counts no events of
     * shoppers.
     */
    static Optional<Traffic> of(String handler, String name, int batchSize, int batches, Instant now) {
        return switch (handler) {
            case Scenario.CLICKSTREAM -> Optional.of(new Clicks(crowd(name, batchSize, batches, now, CLICK_EVERY)));
            case Scenario.ORDERS -> Optional.of(new Orders(crowd(name, batchSize, batches, now, ORDER_EVERY)));
            case Scenario.REVIEWS -> Optional.of(new Reviews(crowd(name, batchSize, batches, now, REVIEW_EVERY)));
            default -> Optional.empty();
        };
    }

    private static Crowd crowd(String name, int batchSize, int batches, Instant now, Duration every) {
        Instant start = now.minus(every.multipliedBy((long) batches * batchSize));
        return new Crowd(name, batchSize, Math.min(batchSize, SHOPPERS), start, every);
    }
}
