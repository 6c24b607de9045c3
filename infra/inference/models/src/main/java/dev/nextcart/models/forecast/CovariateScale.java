package dev.nextcart.models.forecast;

import java.util.Arrays;

/**
 * How a covariate enters the network: as its distance from the series' own mean, so that the price of one product compares
 * with another's.
 *
 * @param logarithmic take logarithms first: a price, never zero, acts by its ratio
 * @param spread mean distance in the training data, above 0
 */
public record CovariateScale(String name, boolean logarithmic, double spread) {
    private static final double LARGEST = 8;

    /** @param end periods of the history; {@code values} may go on beyond them */
    double[] scaled(double[] values, int end) {
        double[] scaled = Arrays.stream(values).map(this::transformed).toArray();
        double mean = Arrays.stream(scaled, 0, end).average().orElse(0);
        for (int t = 0; t < scaled.length; t++) {
            scaled[t] = Math.clamp((scaled[t] - mean) / spread, -LARGEST, LARGEST);
        }
        return scaled;
    }

    /** A price of zero or less, which training did not have, counts as the smallest one. */
    public double transformed(double value) {
        return logarithmic ? Math.log(Math.max(value, 1e-9)) : value;
    }
}
