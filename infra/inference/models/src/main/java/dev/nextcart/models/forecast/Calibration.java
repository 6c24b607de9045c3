package dev.nextcart.models.forecast;

import java.util.List;

/**
 * Widens or narrows the network's interval about the served median, by part of the horizon, so that on validation windows it
 * held what it promised: conformalised quantile regression (Romano, Patterson and Candès 2019) with factors in place of
 * differences, as series differ in size.
 *
 * @param low factors of the distance from the median down to 10 %, one for each part of the horizon
 * @param high the same up to 90 %
 */
public record Calibration(List<Double> low, List<Double> high) {
    public static final Calibration NONE = new Calibration(List.of(1.0), List.of(1.0));

    public Calibration {
        low = List.copyOf(low);
        high = List.copyOf(high);
        if (low.isEmpty() || low.size() != high.size()) {
            throw new IllegalArgumentException("factors of " + low.size() + " and " + high.size() + " parts");
        }
    }

    /** Which part of the horizon a period lies in. */
    public static int part(int step, int horizon, int parts) {
        return Math.min(parts - 1, step * parts / horizon);
    }

    /**
     * @param median as served
     * @param network whose distances are taken
     * @param negative whether values below zero can be
     */
    public Quantiles about(double[] median, Quantiles network, boolean negative) {
        double[] down = new double[median.length];
        double[] up = new double[median.length];
        for (int step = 0; step < median.length; step++) {
            int part = part(step, median.length, low.size());
            down[step] = median[step] - low.get(part) * (network.median()[step] - network.low()[step]);
            up[step] = median[step] + high.get(part) * (network.high()[step] - network.median()[step]);
            down[step] = negative ? down[step] : Math.max(0, down[step]);
        }
        return new Quantiles(down, median, up);
    }
}
