package dev.nextcart.models.churn;

/**
 * Purchases to expect, from the network's probability and from BG/NBD. The network's part is a Poisson regression on the
 * hazard: {@code exp(intercept) · Λ^hazardPower · (1 + rate)^ratePower}, where Λ = -ln P(no purchase) would be the mean were
 * all shoppers alike, and rate is what the shopper's own past gives per horizon.
 *
 * @param bgNbdWeight of BG/NBD's expectation, 0..1, chosen on validation data
 */
public record PurchaseBlend(double intercept, double hazardPower, double ratePower, double bgNbdWeight) {
    /** Far above what any shopper does; a runaway power must not become infinite. */
    private static final double MOST_A_DAY = 50;

    /** A few days' past tells no rate: as if each had been watched for so long before. */
    private static final double LEAST_TENURE_DAYS = 30;

    private static final double LEAST_PROBABILITY = 1e-6;

    public static double logHazard(double churnProbability) {
        double kept = Math.clamp(churnProbability, LEAST_PROBABILITY, 1 - LEAST_PROBABILITY);
        return Math.log(-Math.log(kept));
    }

    public static double logRate(PurchaseHistory history, double horizonDays) {
        return Math.log1p(purchasesAtOwnRate(history, horizonDays));
    }

    /** Were the days to come like those since the first purchase. */
    public static double purchasesAtOwnRate(PurchaseHistory history, double horizonDays) {
        return history.repeats() / Math.max(LEAST_TENURE_DAYS, history.tenureDays()) * horizonDays;
    }

    /** Of the network alone, &gt;= 0. */
    public double networkPurchases(double logHazard, double logRate, double horizonDays) {
        double log = intercept + hazardPower * logHazard + ratePower * logRate;
        return Math.min(Math.exp(log), MOST_A_DAY * horizonDays);
    }

    public double purchases(PurchaseHistory history, double churnProbability, double bgNbd, double horizonDays) {
        double network = networkPurchases(logHazard(churnProbability), logRate(history, horizonDays), horizonDays);
        return bgNbdWeight * bgNbd + (1 - bgNbdWeight) * network;
    }
}
