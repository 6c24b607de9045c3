package dev.nextcart.models.churn;

import dev.nextcart.inference.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of a shopper at the end of a day: the days on which something was bought (several orders of a UTC day are
 * one, as is usual for BG/NBD), and what came back.
 *
 * @param days on which something was bought, the oldest first; none lies after {@code asOfDay}
 * @param asOfDay since 1970-01-01, as all days here
 * @param returns orders that came back
 * @param returnedCents at least 0
 */
public record PurchaseHistory(List<Day> days, long asOfDay, int returns, long returnedCents) {
    private static final int SECONDS_A_DAY = 86_400;

    /** All orders of a day; value and units are at least 0. */
    public record Day(long day, long cents, long units) {
        private Day with(Purchase purchase) {
            return new Day(day, saturated(cents, purchase.valueCents()), units + purchase.units());
        }
    }

    public PurchaseHistory {
        days = List.copyOf(days);
    }

    /** Whether it tells of goods or money that came back. */
    public static boolean isReturn(Purchase purchase) {
        return purchase.valueCents() < 0 || purchase.units() < 0;
    }

    public static long day(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_A_DAY);
    }

    /** What lies after the day is passed over. */
    public static PurchaseHistory upTo(long asOfDay, List<Purchase> purchases) {
        List<Purchase> known = purchases.stream()
                .filter(purchase -> day(purchase.occurredAt()) <= asOfDay)
                .sorted(Comparator.comparing(Purchase::occurredAt))
                .toList();
        List<Day> days = new ArrayList<>();
        int returns = 0;
        long returnedCents = 0;
        for (Purchase purchase : known) {
            if (isReturn(purchase)) {
                returns++;
                returnedCents = saturated(returnedCents, Math.abs(Math.max(purchase.valueCents(), -Long.MAX_VALUE)));
                continue;
            }
            long day = day(purchase.occurredAt());
            if (!days.isEmpty() && days.getLast().day() == day) {
                days.add(days.removeLast().with(purchase));
            } else {
                days.add(new Day(day, purchase.valueCents(), purchase.units()));
            }
        }
        return new PurchaseHistory(days, asOfDay, returns, returnedCents);
    }

    private static long saturated(long left, long right) {
        long sum = left + right;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }

    /** x of BG/NBD: buying days after the first. */
    public int repeats() {
        return days.size() - 1;
    }

    /** T of BG/NBD. */
    public double tenureDays() {
        return asOfDay - days.getFirst().day();
    }

    /** t_x of BG/NBD: from the first to the last buying day. */
    public double activeDays() {
        return days.getLast().day() - days.getFirst().day();
    }

    public double silentDays() {
        return asOfDay - days.getLast().day();
    }

    /** Of a buying day, minor units. */
    public double meanCents() {
        return days.stream().mapToDouble(Day::cents).average().orElse(0);
    }
}
