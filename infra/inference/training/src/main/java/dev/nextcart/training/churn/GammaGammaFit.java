package dev.nextcart.training.churn;

import dev.nextcart.models.churn.GammaGamma;
import dev.nextcart.models.churn.PurchaseHistory;
import java.util.Collection;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/** Maximum-likelihood estimates of gamma-gamma (Fader and Hardie 2013, equation 1a), or moments where they run away. */
final class GammaGammaFit {
    /** As of {@link BgNbdFit}. */
    private static final double RUNAWAY = 9;

    private static final double FREE = 1;

    private final double[] counts;
    private final double[] means;
    private final double scale;

    GammaGammaFit(Collection<PurchaseHistory> histories) {
        List<PurchaseHistory> paid =
                histories.stream().filter(each -> each.meanCents() > 0).toList();
        this.counts = paid.stream().mapToDouble(each -> each.days().size()).toArray();
        double[] cents = paid.stream().mapToDouble(PurchaseHistory::meanCents).toArray();
        this.scale = mean(cents);
        this.means = new double[cents.length];
        for (int index = 0; index < cents.length; index++) {
            means[index] = cents[index] / scale;
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? FREE : sum / values.length;
    }

    GammaGamma fit() {
        if (means.length == 0) {
            return new GammaGamma(1, 2, FREE, false);
        }
        double[] logs = Simplex.minimise(at -> -logLikelihood(at), new double[] {0, 0, 0});
        for (double log : logs) {
            if (Math.abs(log) >= RUNAWAY) {
                return moments();
            }
        }
        return new GammaGamma(Math.exp(logs[0]), 1 + Math.exp(logs[1]), scale * Math.exp(logs[2]), true);
    }

    /** Everybody's mean, each drawn half-way to it at the third purchase: what can be said with little to see. */
    private GammaGamma moments() {
        return new GammaGamma(1, 4, 3 * scale, false);
    }

    /**
     * @param logs of p, q - 1 (a mean must exist) and gamma, in units of the shop's mean
     */
    private double logLikelihood(double[] logs) {
        double p = Math.exp(Math.clamp(logs[0], -20, 20));
        double q = 1 + Math.exp(Math.clamp(logs[1], -20, 20));
        double gamma = Math.exp(Math.clamp(logs[2], -20, 20));
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            double all = p * counts[row];
            sum += Gamma.logGamma(all + q)
                    - Gamma.logGamma(all)
                    - Gamma.logGamma(q)
                    + q * Math.log(gamma)
                    + (all - 1) * Math.log(means[row])
                    + all * Math.log(counts[row])
                    - (all + q) * Math.log(gamma + means[row] * counts[row]);
        }
        return sum;
    }
}
