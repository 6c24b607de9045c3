package dev.nextcart.models.churn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.inference.Purchase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTest {
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final Feature.Question QUESTION = new Feature.Question(new BgNbd(0.5, 5, 1, 3, true), 60);

    private static Purchase on(int day, long cents, int units) {
        return new Purchase(START.plus(day, ChronoUnit.DAYS), cents, units);
    }

    private static PurchaseHistory asOf(int day, Purchase... purchases) {
        return PurchaseHistory.upTo(PurchaseHistory.day(START) + day, List.of(purchases));
    }

    @Test
    void what_lies_after_the_cut_off_changes_nothing() {
        PurchaseHistory known = asOf(50, on(0, 1_000, 1), on(20, 2_000, 2));
        PurchaseHistory told = asOf(50, on(0, 1_000, 1), on(20, 2_000, 2), on(51, 9_000, 9), on(52, -500, -1));

        for (Feature feature : Feature.ALL) {
            assertEquals(feature.input(known, QUESTION), feature.input(told, QUESTION), feature.wireName());
        }
    }

    @Test
    void orders_of_a_day_are_one_purchase_and_returns_are_none() {
        PurchaseHistory history = asOf(50, on(0, 1_000, 1), on(0, 500, 1), on(20, 2_000, 2), on(21, -1_000, -1));

        assertEquals(1, history.repeats());
        assertEquals(1_750, history.meanCents());
        assertEquals(30, Feature.DAYS_SINCE_LAST_PURCHASE.value(history, QUESTION));
        assertEquals(1_000 / 3_500.0, Feature.RETURNED_SHARE.value(history, QUESTION));
    }

    @Test
    void silence_is_measured_in_the_shoppers_own_gaps() {
        PurchaseHistory history = asOf(70, on(0, 1, 1), on(10, 1, 1), on(30, 1, 1));

        assertEquals(40 / 15.0, Feature.SILENCE_IN_OWN_GAPS.value(history, QUESTION));
        assertEquals(15, Feature.MEDIAN_GAP_DAYS.value(history, QUESTION));
        assertEquals(20, Feature.LAST_GAP_DAYS.value(history, QUESTION));
    }

    @Test
    void who_bought_once_has_no_gaps_but_all_else() {
        PurchaseHistory once = asOf(10, on(0, 1_000, 1));
        List<String> none = new ArrayList<>();
        for (Feature feature : Feature.ALL) {
            if (Double.isNaN(feature.input(once, QUESTION))) {
                none.add(feature.wireName());
            }
        }

        assertEquals(
                List.of(
                        "activeShareOfTime",
                        "silenceInOwnGaps",
                        "daysBetweenLastTwoPurchases",
                        "medianDaysBetweenPurchases",
                        "lastOrderAgainstOwnMean"),
                none);
    }

    @Test
    void free_goods_and_largest_values_give_numbers() {
        PurchaseHistory free = asOf(10, on(0, 0, 0), on(3, 0, 1));
        PurchaseHistory dear = asOf(10, on(0, Long.MAX_VALUE, 1), on(0, Long.MAX_VALUE, 1), on(3, Long.MIN_VALUE, -1));

        for (Feature feature : Feature.ALL) {
            assertTrue(!Double.isInfinite(feature.input(free, QUESTION)), feature.wireName());
            assertTrue(!Double.isInfinite(feature.input(dear, QUESTION)), feature.wireName());
        }
    }
}
