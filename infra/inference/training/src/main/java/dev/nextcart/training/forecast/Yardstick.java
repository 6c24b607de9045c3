package dev.nextcart.training.forecast;

import dev.nextcart.models.Metric;
import dev.nextcart.models.forecast.Baseline;
import dev.nextcart.models.forecast.SeasonalScale;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What decides between forecasts of one set: OWA, or MASE alone where demand is zero so often that sMAPE, 200 % at every zero
 * that was not forecast, says nothing.
 */
final class Yardstick {
    /** Share of zeros above which sMAPE is left out; none of M3's and M4's series comes near. */
    private static final double MANY_ZEROS = 0.01;

    private final SeriesSet set;
    private final double[] scales;
    private final boolean zeros;
    private final double naive2Smape;
    private final double naive2Mase;

    Yardstick(SeriesSet set) {
        this.set = set;
        List<Series> series = set.series();
        scales = series.stream()
                .mapToDouble(each -> SeasonalScale.of(each.train(), each.train().length, set.season()))
                .toArray();
        long periods = series.stream().mapToLong(each -> each.train().length).sum();
        long none = series.stream()
                .flatMapToDouble(each -> Arrays.stream(each.train()))
                .filter(value -> value == 0)
                .count();
        zeros = none > MANY_ZEROS * periods;
        IntFunction<double[]> naive2 = index -> Baseline.NAIVE2.forecast(
                series.get(index).train(), set.season(), series.get(index).test().length);
        naive2Smape = Math.max(1e-9, smape(naive2));
        naive2Mase = Math.max(1e-9, mase(naive2));
    }

    Metric metric() {
        return Metric.lower(zeros ? "MASE" : "OWA");
    }

    /** Whether sMAPE counts. */
    boolean relative() {
        return !zeros;
    }

    double naive2Smape() {
        return naive2Smape;
    }

    double naive2Mase() {
        return naive2Mase;
    }

    /** @return of seasonal naive's absolute error within the training part of a series; 0 for none */
    double scale(int index) {
        return scales[index];
    }

    /** @param medians of each series, by its index */
    double measure(IntFunction<double[]> medians) {
        return zeros ? mase(medians) : (smape(medians) / naive2Smape + mase(medians) / naive2Mase) / 2;
    }

    private double smape(IntFunction<double[]> medians) {
        return IntStream.range(0, scales.length)
                .mapToDouble(index -> Scores.smape(set.series().get(index).test(), medians.apply(index)))
                .average()
                .orElse(0);
    }

    private double mase(IntFunction<double[]> medians) {
        return IntStream.range(0, scales.length)
                .filter(index -> scales[index] > 0)
                .mapToDouble(index ->
                        Scores.absoluteError(set.series().get(index).test(), medians.apply(index)) / scales[index])
                .average()
                .orElse(0);
    }
}
