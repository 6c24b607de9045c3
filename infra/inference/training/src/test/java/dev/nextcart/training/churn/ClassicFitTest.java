package dev.nextcart.training.churn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.models.churn.BgNbd;
import dev.nextcart.models.churn.GammaGamma;
import dev.nextcart.models.churn.PurchaseHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassicFitTest {
    private static final int DAYS = 300;

    private static List<PurchaseHistory> histories(Transactions shop) {
        long end = Shop.OPENED.plusDays(DAYS).toEpochDay();
        return shop.byShopper().values().stream()
                .map(purchases -> PurchaseHistory.upTo(end, purchases))
                .toList();
    }

    @Test
    void bg_nbd_finds_the_rate_and_the_leaving_that_made_the_shop() {
        BgNbd fitted = new BgNbdFit(histories(Shop.of(3_000, DAYS, 0.2, 1))).fit();

        assertTrue(fitted.settled());
        assertEquals(7 / 40.0, fitted.r() / fitted.alpha(), 0.03, "mean purchases a week");
        assertEquals(0.2, fitted.a() / (fitted.a() + fitted.b()), 0.04, "mean chance to leave");
    }

    @Test
    void no_other_parameters_are_likelier_than_the_fitted() {
        BgNbdFit fit = new BgNbdFit(histories(Shop.of(500, DAYS, 0.2, 2)));
        BgNbd fitted = fit.fit();
        double least = fit.logLikelihood(fitted);

        for (double factor : new double[] {0.95, 1.05}) {
            assertTrue(least
                    > fit.logLikelihood(new BgNbd(fitted.r() * factor, fitted.alpha(), fitted.a(), fitted.b(), true)));
            assertTrue(least
                    > fit.logLikelihood(new BgNbd(fitted.r(), fitted.alpha() * factor, fitted.a(), fitted.b(), true)));
            assertTrue(least
                    > fit.logLikelihood(new BgNbd(fitted.r(), fitted.alpha(), fitted.a() * factor, fitted.b(), true)));
        }
    }

    @Test
    void a_shop_that_nobody_leaves_is_said_to_have_no_maximum_and_still_answered() {
        BgNbd fitted = new BgNbdFit(histories(Shop.of(800, DAYS, 0, 3))).fit();

        assertFalse(fitted.settled());
        assertTrue(fitted.a() / (fitted.a() + fitted.b()) < 0.05, "hardly anybody leaves: " + fitted);
        assertEquals(7 / 40.0, fitted.r() / fitted.alpha(), 0.04);
    }

    @Test
    void gamma_gamma_draws_one_order_to_the_shops_mean_and_many_to_their_own() {
        GammaGamma fitted = new GammaGammaFit(histories(Shop.of(1_000, DAYS, 0.2, 4))).fit();

        assertEquals(3_000, fitted.meanCents(), 150);
        assertTrue(
                Math.abs(fitted.expectedCents(1, 9_000) - 3_000) < Math.abs(fitted.expectedCents(50, 9_000) - 3_000));
    }

    @Test
    void a_shop_of_gifts_alone_has_no_values_to_fit() {
        assertFalse(new GammaGammaFit(List.of()).fit().settled());
    }
}
