package dev.nextcart.training.forecast;

import dev.nextcart.models.forecast.Calibration;
import dev.nextcart.models.forecast.Quantiles;
import java.util.ArrayList;
import java.util.List;

/** The factors with which a tenth of the validation values lies below the interval and a tenth above, by part of the horizon. */
final class IntervalCalibration {
    private static final double INSIDE = 0.9;

    /** Parts of the horizon are calibrated apart when each has so many values. */
    private static final int VALUES_IN_PART = 400;

    private static final int MOST_PARTS = 4;
    private static final double SMALLEST = 0.1;
    private static final double LARGEST = 10;

    private IntervalCalibration() {}

    /** @param served of each series, with factors of one */
    static Calibration of(SeriesSet set, List<Quantiles> served) {
        long values =
                set.series().stream().mapToLong(each -> each.test().length).sum();
        int parts = Math.clamp(values / VALUES_IN_PART, 1, Math.min(MOST_PARTS, set.horizon()));
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            low.add(factor(set, served, part, parts, false));
            high.add(factor(set, served, part, parts, true));
        }
        return new Calibration(low, high);
    }

    private static double factor(SeriesSet set, List<Quantiles> served, int part, int parts, boolean up) {
        List<Double> needed = new ArrayList<>();
        for (int index = 0; index < served.size(); index++) {
            double[] actual = set.series().get(index).test();
            Quantiles quantiles = served.get(index);
            for (int step = 0; step < actual.length; step++) {
                if (Calibration.part(step, set.horizon(), parts) == part) {
                    double median = quantiles.median()[step];
                    double off = up ? actual[step] - median : median - actual[step];
                    double reach = up
                            ? quantiles.high()[step] - median
                            : median - quantiles.low()[step];
                    needed.add(off <= 0 ? 0 : reach > 0 ? off / reach : Double.POSITIVE_INFINITY);
                }
            }
        }
        double[] sorted =
                needed.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return 1;
        }
        // The rank of conformal prediction: one more value than seen counts, as if it lay outside.
        int rank = (int) Math.ceil((sorted.length + 1) * INSIDE) - 1;
        return Math.clamp(sorted[Math.min(rank, sorted.length - 1)], SMALLEST, LARGEST);
    }
}
