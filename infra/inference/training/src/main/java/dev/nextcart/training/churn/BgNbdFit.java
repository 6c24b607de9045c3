package dev.nextcart.training.churn;

import dev.nextcart.models.churn.BgNbd;
import dev.nextcart.models.churn.PurchaseHistory;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.special.Gamma;

/**
 * Maximum-likelihood estimates of BG/NBD (Fader, Hardie and Lee 2005, equation 6). Where they run away, as they do in shops
 * that nobody seems to leave, a weak prior on their logarithms takes over.
 */
final class BgNbdFit {
    private static final double[] START = {0, 1, 0, 0};

    /** Published estimates lie within 0.01..100; a shop's rates are not known to a factor of e^7. */
    private static final double RUNAWAY = 7;

    /** Who leaves but once in a thousand purchases was not seen to leave: the likelihood is flat from here on. */
    private static final double LEAST_LEAVING = 1e-3;

    private static final double PRIOR_DEVIATION = 2;

    private final double[] repeats;
    private final double[] activeWeeks;
    private final double[] tenureWeeks;
    private final double[] counts;

    /** Shoppers with equal (x, t_x, T) count as one row with a weight: most bought once, on one of a few days. */
    BgNbdFit(Collection<PurchaseHistory> histories) {
        Map<String, double[]> rows = new LinkedHashMap<>();
        for (PurchaseHistory each : histories) {
            double[] row = {each.repeats(), each.activeDays() / 7, each.tenureDays() / 7, 0};
            rows.computeIfAbsent(row[0] + "/" + row[1] + "/" + row[2], key -> row)[3]++;
        }
        this.repeats = rows.values().stream().mapToDouble(row -> row[0]).toArray();
        this.activeWeeks = rows.values().stream().mapToDouble(row -> row[1]).toArray();
        this.tenureWeeks = rows.values().stream().mapToDouble(row -> row[2]).toArray();
        this.counts = rows.values().stream().mapToDouble(row -> row[3]).toArray();
    }

    /** The estimates, marked as not settled where the likelihood alone has none. */
    BgNbd fit() {
        double[] likeliest = Simplex.minimise(logs -> -logLikelihood(model(logs, true)), START);
        BgNbd found = model(likeliest, true);
        boolean inside = Arrays.stream(likeliest).allMatch(log -> Math.abs(log) < RUNAWAY);
        if (inside && found.a() / (found.a() + found.b()) > LEAST_LEAVING) {
            return found;
        }
        double[] held = Simplex.minimise(logs -> prior(logs) - logLikelihood(model(logs, false)), START);
        return model(held, false);
    }

    private static double prior(double[] logs) {
        return Arrays.stream(logs).map(log -> log * log).sum() / (2 * PRIOR_DEVIATION * PRIOR_DEVIATION);
    }

    private static BgNbd model(double[] logs, boolean settled) {
        return new BgNbd(bounded(logs[0]), bounded(logs[1]), bounded(logs[2]), bounded(logs[3]), settled);
    }

    private static double bounded(double log) {
        return Math.exp(Math.clamp(log, -20, 20));
    }

    double logLikelihood(BgNbd model) {
        double r = model.r();
        double alpha = model.alpha();
        double a = model.a();
        double b = model.b();
        double shopping = r * Math.log(alpha) - Gamma.logGamma(r);
        double leaving = Gamma.logGamma(a + b) - Gamma.logGamma(b);
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            double x = repeats[row];
            double alive = -(r + x) * Math.log(alpha + tenureWeeks[row]);
            if (x > 0) {
                double gone = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + activeWeeks[row]);
                double larger = Math.max(alive, gone);
                alive = larger + Math.log(Math.exp(alive - larger) + Math.exp(gone - larger));
            }
            double common = Gamma.logGamma(r + x) + Gamma.logGamma(b + x) - Gamma.logGamma(a + b + x);
            sum += counts[row] * (shopping + leaving + common + alive);
        }
        return sum;
    }

    /** For people. */
    static String told(BgNbd model) {
        return String.format(
                Locale.ROOT,
                model.settled()
                        ? "BG/NBD: r %.4f, alpha %.4f, a %.4f, b %.4f"
                        : "BG/NBD has no maximum here (its parameters run away); held by a prior: r %.4f, alpha %.4f, a"
                                + " %.4f, b %.4f",
                model.r(),
                model.alpha(),
                model.a(),
                model.b());
    }
}
