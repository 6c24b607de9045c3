package dev.nextcart.models.churn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.inference.Purchase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BgNbdTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** As published for CDNOW. */
    private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426, true);

    private static PurchaseHistory bought(int asOfDay, int... days) {
        List<Purchase> purchases = new ArrayList<>();
        for (int day : days) {
            purchases.add(new Purchase(START.plus(day, ChronoUnit.DAYS), 1_000, 1));
        }
        return PurchaseHistory.upTo(PurchaseHistory.day(START) + asOfDay, purchases);
    }

    @Test
    void a_shopper_of_the_papers_spreadsheet_is_expected_to_buy_as_there() {
        // x = 2, t_x = 30.43 weeks, T = 38.86 weeks: 1.226 purchases in 39 weeks (Fader, Hardie and Lee 2005, Excel
        // note)
        PurchaseHistory history = bought(272, 0, 100, 213);

        double purchases = CDNOW.expectedPurchases(history, 39 * 7);

        assertEquals(1.226, purchases, 0.005);
    }

    @Test
    void who_bought_but_once_is_alive_and_who_is_silent_beyond_custom_is_not() {
        PurchaseHistory once = bought(300, 0);
        PurchaseHistory regular = bought(300, 0, 10, 20, 30, 40, 50, 60);
        PurchaseHistory lately = bought(65, 0, 10, 20, 30, 40, 50, 60);

        assertEquals(1, CDNOW.alive(once));
        assertTrue(CDNOW.alive(regular) < 0.05, "alive " + CDNOW.alive(regular));
        assertTrue(CDNOW.alive(lately) > 0.8, "alive " + CDNOW.alive(lately));
    }

    @Test
    void a_longer_wait_makes_a_purchase_likelier() {
        PurchaseHistory history = bought(100, 0, 30, 80);

        assertTrue(CDNOW.buysAgain(history, 60) > CDNOW.buysAgain(history, 30));
        assertTrue(CDNOW.expectedPurchases(history, 60) > CDNOW.expectedPurchases(history, 30));
    }

    @Test
    void a_leaving_rate_where_the_formula_has_a_hole_gives_what_its_neighbours_give() {
        PurchaseHistory history = bought(100, 0, 30, 80);
        BgNbd hole = new BgNbd(0.5, 5, 1, 3, true);
        BgNbd beside = new BgNbd(0.5, 5, 1.001, 3, true);

        assertEquals(beside.expectedPurchases(history, 60), hole.expectedPurchases(history, 60), 1e-3);
    }

    @Test
    void parameters_that_are_no_numbers_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new BgNbd(Double.NaN, 1, 1, 1, true));
        assertThrows(IllegalArgumentException.class, () -> new BgNbd(1, 0, 1, 1, true));
    }
}
