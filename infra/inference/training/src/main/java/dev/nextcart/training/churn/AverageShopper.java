package dev.nextcart.training.churn;

import dev.nextcart.models.churn.BgNbd;
import dev.nextcart.models.churn.ChurnSettings;
import dev.nextcart.models.churn.PurchaseBlend;
import dev.nextcart.models.churn.PurchaseHistory;
import java.util.Arrays;

/** What can be said of one of whom nothing is known: what is said of all, on average. */
final class AverageShopper {
    private static final double LEAST_PROBABILITY = 1e-6;

    private AverageShopper() {}

    /**
     * @param now all shoppers, at the end of what is known
     */
    static ChurnSettings.Average of(
            Rows now, AdditiveEffects effects, BgNbd bgNbd, PurchaseBlend blend, int horizonDays) {
        double[] logOdds = effects.logOdds(effects.splines().values(now.features(bgNbd, horizonDays)));
        double[] twice = effects.logOdds(effects.splines().values(now.features(bgNbd, 2 * horizonDays)));
        double[] probabilities = Calibration.NONE.probabilities(logOdds);
        double purchases = 0;
        for (int row = 0; row < now.size(); row++) {
            PurchaseHistory history = now.get(row).history();
            double classic = bgNbd.expectedPurchases(history, horizonDays);
            purchases += blend.purchases(history, probabilities[row], classic, horizonDays) / now.size();
        }
        double churning = Math.clamp(mean(probabilities), LEAST_PROBABILITY, 1 - LEAST_PROBABILITY);
        double perLogDay = (mean(twice) - mean(logOdds)) / Math.log(2);
        return new ChurnSettings.Average(Math.log(churning / (1 - churning)), Math.min(0, perLogDay), purchases);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
