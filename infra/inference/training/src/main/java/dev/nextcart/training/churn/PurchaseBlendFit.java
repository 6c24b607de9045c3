package dev.nextcart.training.churn;

import dev.nextcart.models.churn.BgNbd;
import dev.nextcart.models.churn.PurchaseBlend;

/** Estimates {@link PurchaseBlend}: its regression by Poisson likelihood, BG/NBD's weight by squared error. */
final class PurchaseBlendFit {
    private static final double WEIGHT_STEP = 0.1;
    private static final double RIDGE = 1e-3;

    private PurchaseBlendFit() {}

    /**
     * @param rows of validation
     * @param probabilities of churning, by row
     */
    static PurchaseBlend fit(Rows rows, double[] probabilities, BgNbd bgNbd) {
        double[] hazards = new double[rows.size()];
        double[] rates = new double[rows.size()];
        double[] classic = new double[rows.size()];
        double[] truths = rows.purchases();
        for (int row = 0; row < rows.size(); row++) {
            Rows.Row each = rows.get(row);
            int days = each.origin().horizonDays();
            hazards[row] = PurchaseBlend.logHazard(probabilities[row]);
            rates[row] = PurchaseBlend.logRate(each.history(), days);
            classic[row] = bgNbd.expectedPurchases(each.history(), days);
        }
        double[] fitted = Simplex.minimise(
                at -> {
                    double sum = RIDGE * (at[0] * at[0] + (at[1] - 1) * (at[1] - 1) + at[2] * at[2]) * truths.length;
                    for (int row = 0; row < truths.length; row++) {
                        double log = at[0] + at[1] * hazards[row] + at[2] * rates[row];
                        sum += Math.exp(Math.min(log, 20)) - truths[row] * log;
                    }
                    return sum;
                },
                new double[] {0, 1, 0});
        PurchaseBlend best = new PurchaseBlend(fitted[0], fitted[1], fitted[2], 0);
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= 10; step++) {
            PurchaseBlend blend = new PurchaseBlend(fitted[0], fitted[1], fitted[2], step * WEIGHT_STEP);
            double[] guesses = new double[truths.length];
            for (int row = 0; row < truths.length; row++) {
                Rows.Row each = rows.get(row);
                int days = each.origin().horizonDays();
                guesses[row] = blend.purchases(each.history(), probabilities[row], classic[row], days);
            }
            double error = ChurnMetrics.rootMeanSquaredError(guesses, truths);
            if (error < least) {
                least = error;
                best = blend;
            }
        }
        return best;
    }
}
