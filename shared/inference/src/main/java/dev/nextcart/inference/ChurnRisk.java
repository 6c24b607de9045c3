package dev.nextcart.inference;

import java.util.List;
import java.util.Locale;

/**
 * @param probability that nothing is bought within {@code horizonDays}, 0..1
 * @param expectedPurchases orders within the horizon, &gt;= 0
 * @param expectedValueCents of those orders, minor units
 * @param reasons the strongest first; empty where the method has none
 */
public record ChurnRisk(
        double probability,
        Band band,
        double expectedPurchases,
        long expectedValueCents,
        int horizonDays,
        List<Reason> reasons,
        String method)
        implements Answer {
    /** On the wire: lower case. */
    public enum Band {
        LOW,
        MEDIUM,
        HIGH;

        private static final double MEDIUM_FROM = 0.4;
        private static final double HIGH_FROM = 0.7;

        /** Below 0.4, below 0.7, above: cut where a shop would leave alone, remind, win back; a convention, not a fit. */
        public static Band of(double probability) {
            if (probability < MEDIUM_FROM) {
                return LOW;
            }
            return probability < HIGH_FROM ? MEDIUM : HIGH;
        }

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param feature its name, such as {@code daysSinceLastPurchase}
     * @param value of this shopper, in the unit that the name says
     * @param contribution to the log-odds of churning, against the average shopper; positive drives away
     */
    public record Reason(String feature, double value, double contribution) {
        public Reason {
            Rules.notBlank("feature", feature);
            Rules.finite("value", value);
            Rules.finite("contribution", contribution);
        }
    }

    public ChurnRisk {
        Rules.fraction("probability", probability);
        Rules.finite("expectedPurchases", expectedPurchases);
        Rules.range("horizonDays", horizonDays, 1, ChurnInstance.MAX_HORIZON_DAYS);
        reasons = List.copyOf(reasons);
        Rules.notBlank("method", method);
    }

    @Override
    public Task task() {
        return Task.CHURN;
    }
}
