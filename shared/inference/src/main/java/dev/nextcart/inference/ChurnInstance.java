package dev.nextcart.inference;

import java.time.Instant;
import java.util.List;

/**
 * Will this shopper buy again?
 *
 * @param purchases up to {@code asOf}, oldest first, 0..{@value #MAX_PURCHASES}
 * @param asOf the moment from which the days count, UTC
 * @param horizonDays 1..{@value #MAX_HORIZON_DAYS}
 */
public record ChurnInstance(List<Purchase> purchases, Instant asOf, int horizonDays) implements Instance {
    public static final int MAX_PURCHASES = 5_000;
    public static final int MAX_HORIZON_DAYS = 730;
    public static final int DEFAULT_HORIZON_DAYS = 60;

    public ChurnInstance {
        purchases = Rules.list("purchases", purchases, 0, MAX_PURCHASES);
        Rules.range("horizonDays", horizonDays, 1, MAX_HORIZON_DAYS);
        Instant before = Instant.MIN;
        for (Purchase purchase : purchases) {
            if (purchase.occurredAt().isAfter(asOf)) {
                throw new InvalidInstanceException("purchases", purchase.occurredAt(), "lies after asOf " + asOf);
            }
            if (purchase.occurredAt().isBefore(before)) {
                throw new InvalidInstanceException("purchases", purchase.occurredAt(), "is not in order of time");
            }
            before = purchase.occurredAt();
        }
    }

    @Override
    public Task task() {
        return Task.CHURN;
    }
}
