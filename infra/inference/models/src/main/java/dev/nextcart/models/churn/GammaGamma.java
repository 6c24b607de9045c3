package dev.nextcart.models.churn;

/**
 * What an order of a shopper is worth: Gamma({@code p}, ν) with ν Gamma({@code q}, {@code gamma}) among shoppers. Fader and
 * Hardie 2013, <a href="https://www.brucehardie.com/notes/025/gamma_gamma.pdf">"The gamma-gamma model of monetary
 * value"</a>, equation 5.
 *
 * @param gamma minor units
 * @param settled false where the estimates ran away and {@code p}, {@code q} and {@code gamma} come from moments
 */
public record GammaGamma(double p, double q, double gamma, boolean settled) {
    public GammaGamma {
        if (!(p > 0 && q > 1 && gamma > 0 && Double.isFinite(p + q + gamma))) {
            throw new IllegalArgumentException(
                    "gamma-gamma: p " + p + ", q " + q + ", gamma " + gamma + " give no finite mean");
        }
    }

    /** Of all shoppers, minor units. */
    public double meanCents() {
        return p * gamma / (q - 1);
    }

    /**
     * The shopper's own mean drawn towards everybody's, the more the fewer purchases there are.
     *
     * @param meanCents of the purchases seen
     */
    public double expectedCents(int purchases, double meanCents) {
        return p * (gamma + purchases * meanCents) / (p * purchases + q - 1);
    }
}
