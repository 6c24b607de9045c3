package dev.nextcart.models.churn;

/**
 * BG/NBD: while alive a shopper buys at a rate that is Gamma({@code r}, {@code alpha}) among shoppers, and leaves after a
 * purchase with a probability that is Beta({@code a}, {@code b}). Fader, Hardie and Lee 2005, "Counting your customers the
 * easy way", <a href="https://www.brucehardie.com/papers/018/fader_et_al_mksc_05.pdf">equations 6 to 10</a>.
 *
 * @param r shape of the buying rate
 * @param alpha its scale, weeks
 * @param settled whether these are the maximum-likelihood estimates; false where those ran away to the edge of what can be,
 *     as in shops that nobody leaves in the time seen, and a weak prior holds them
 */
public record BgNbd(double r, double alpha, double a, double b, boolean settled) {
    public static final double DAYS_A_WEEK = 7;

    /** Odds are kept within e^±12: a float's logistic function is flat beyond. */
    private static final double LEAST_PROBABILITY = 6e-6;

    private static final int MAX_TERMS = 20_000;
    private static final double NEGLIGIBLE = 1e-12;

    public BgNbd {
        if (!(r > 0 && alpha > 0 && a > 0 && b > 0 && Double.isFinite(r + alpha + a + b))) {
            throw new IllegalArgumentException("BG/NBD: r " + r + ", alpha " + alpha + ", a " + a + ", b " + b
                    + " are not all positive and finite");
        }
    }

    /** P(alive), 0..1. One who bought once has had no second purchase to leave after: 1, by the model's own rule. */
    public double alive(PurchaseHistory history) {
        int x = history.repeats();
        if (x == 0) {
            return 1;
        }
        double logRatio = Math.log(a / (b + x - 1)) + (r + x) * Math.log(silence(history));
        return 1 / (1 + Math.exp(logRatio));
    }

    private double silence(PurchaseHistory history) {
        return (alpha + weeks(history.tenureDays())) / (alpha + weeks(history.activeDays()));
    }

    /** Probability of at least one purchase within the days. */
    public double buysAgain(PurchaseHistory history, double horizonDays) {
        double elapsed = alpha + weeks(history.tenureDays());
        double none = Math.exp((r + history.repeats()) * Math.log(elapsed / (elapsed + weeks(horizonDays))));
        double probability = alive(history) * (1 - none);
        return Math.clamp(probability, LEAST_PROBABILITY, 1 - LEAST_PROBABILITY);
    }

    /** Expected purchases within the days: equation 10. */
    public double expectedPurchases(PurchaseHistory history, double horizonDays) {
        double x = history.repeats();
        double weeks = weeks(horizonDays);
        double elapsed = alpha + weeks(history.tenureDays());
        double shape = r + x;
        if (Math.abs(a - 1) < 1e-6) { // the equation's removable hole
            return new BgNbd(r, alpha, a + 1e-5, b, settled).expectedPurchases(history, horizonDays);
        }
        double power = Math.exp(shape * Math.log(elapsed / (elapsed + weeks)));
        double series = hypergeometric(shape, b + x, a + b + x - 1, weeks / (elapsed + weeks));
        double purchases = (a + b + x - 1) / (a - 1) * (1 - power * series) * alive(history);
        // Beyond the series' precision: what the mean rate would give.
        double most = shape / elapsed * weeks;
        return purchases >= 0 && purchases <= most ? purchases : alive(history) * most;
    }

    /** Gauss's series, for 0 &lt;= z &lt; 1. */
    private static double hypergeometric(double first, double second, double third, double z) {
        double term = 1;
        double sum = 1;
        for (int index = 0; index < MAX_TERMS; index++) {
            term *= (first + index) * (second + index) / ((third + index) * (index + 1)) * z;
            sum += term;
            if (Math.abs(term) < NEGLIGIBLE * Math.abs(sum)) {
                break;
            }
        }
        return sum;
    }

    static double weeks(double days) {
        return days / DAYS_A_WEEK;
    }
}
