package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.ClickEvent.ProductViewed;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.ShopEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Activity of the newest {@value #LENGTH} weeks, the newest being the week of the newest event of any kind. A bucket
 * is a sum and the window hangs on a maximum, so order cannot show: what an early event adds to a week that a later
 * one slides out is gone either way.
 *
 * @param byWeek weeks with an order or a view, by {@link #weekOf}; at most {@value #LENGTH}
 */
public record Weeks(SortedMap<Integer, Week> byWeek) {
    public static final int LENGTH = 26;
    static final Weeks NONE = new Weeks(Collections.emptySortedMap());

    public Weeks {
        byWeek = Collections.unmodifiableSortedMap(byWeek);
    }

    /**
     * One week.
     *
     * @param orders orders placed
     * @param spend worth of them before returns, minor units
     * @param views products viewed
     */
    public record Week(long orders, Amounts spend, long views) {
        static final Week QUIET = new Week(0, Amounts.NONE, 0);
    }

    /** Weeks since 1970, counted from Mondays, UTC: 1969-12-29 starts week 0. */
    public static int weekOf(Instant time) {
        long day = time.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
        return (int) Math.floorDiv(day + DAYS_FROM_MONDAY_TO_EPOCH, DAYS);
    }

    private static final int DAYS = 7;
    private static final int DAYS_FROM_MONDAY_TO_EPOCH = 3;

    /** @param newest the newest event counted, this one included */
    Weeks with(ShopEvent event, Instant newest) {
        SortedMap<Integer, Week> weeks = new TreeMap<>(byWeek);
        int week = weekOf(event.occurredAt());
        if (event instanceof OrderPlaced placed) {
            Week before = weeks.getOrDefault(week, Week.QUIET);
            Amounts spend = before.spend.plus(placed.currency(), placed.amountCents());
            weeks.put(week, new Week(before.orders + 1, spend, before.views));
        } else if (event instanceof ProductViewed) {
            Week before = weeks.getOrDefault(week, Week.QUIET);
            weeks.put(week, new Week(before.orders, before.spend, before.views + 1));
        }
        return new Weeks(new TreeMap<>(weeks.tailMap(weekOf(newest) - LENGTH + 1)));
    }
}
