package dev.nextcart.training.forecast;

import dev.nextcart.models.forecast.Baseline;
import dev.nextcart.models.forecast.CovariateScale;
import dev.nextcart.models.forecast.ForecastShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How a network for a set is made: sizes follow from the data, so that a shop's forty weeks and a year of hours both get what
 * they can bear.
 *
 * @param ranked simple methods, the best on validation first, with their measure there
 * @param epochs of {@code stepsInEpoch} batches, at most
 */
record ForecastPlan(
        ForecastShape shape,
        List<ForecastNet.Member> members,
        Map<Baseline, Double> ranked,
        int epochs,
        int stepsInEpoch) {
    static final int BATCH = 256;
    static final int EPOCHS = 12;

    /** Lookbacks in horizons, from N-BEATS' 2..7. */
    private static final int[] LOOKBACKS = {2, 4, 7};

    /** Members with the longest lookbacks of these are trained. */
    private static final int MEMBERS = 2;

    /** Of small networks two begin at different places: their mean is better than either, and costs little. */
    private static final int COPIES = 2;

    private static final int LONGEST = 512;

    /** Values in the training data above which a wide network finds enough to learn. */
    private static final int MANY_VALUES = 200_000;

    private static final int PASSES = 3;
    private static final int FEWEST_STEPS = 480;
    private static final int MOST_STEPS = 1_800;

    /** A simple method so much worse than the best one has nothing to say. */
    private static final double NEAR = 1.25;

    /** On validation of weekly sales three gave a MASE of .740, two .748, four .741 (2026-11). */
    private static final int ANCHORS = 3;

    static ForecastPlan of(SeriesSet validation, Yardstick yardstick) {
        Map<Baseline, Double> ranked = ranked(validation, yardstick);
        List<Integer> lookbacks = lookbacks(validation);
        List<Baseline> anchors = new ArrayList<>();
        double best = ranked.values().iterator().next();
        for (Map.Entry<Baseline, Double> each : ranked.entrySet()) {
            if (anchors.size() < ANCHORS && each.getValue() <= NEAR * best) {
                anchors.add(each.getKey());
            }
        }
        long values = validation.series().stream()
                .mapToLong(each -> each.train().length)
                .sum();
        boolean many = values > MANY_VALUES;
        List<ForecastNet.Member> members = new ArrayList<>();
        double smape = yardstick.relative() ? 0.5 : 0;
        for (int copy = 0; copy < (many ? 1 : COPIES); copy++) {
            for (int lookback : lookbacks) {
                members.add(new ForecastNet.Member(lookback, many ? 256 : 128, many ? 3 : 2, smape));
            }
        }
        ForecastShape shape = new ForecastShape(
                validation.season(), lookbacks.getLast(), validation.horizon(), anchors, covariates(validation));
        int steps = Math.clamp(PASSES * values / BATCH, FEWEST_STEPS, MOST_STEPS);
        return new ForecastPlan(shape, members, ranked, EPOCHS, steps / EPOCHS);
    }

    private static Map<Baseline, Double> ranked(SeriesSet validation, Yardstick yardstick) {
        Map<Baseline, Double> measures = new EnumMap<>(Baseline.class);
        for (Baseline method : Baseline.values()) {
            measures.put(method, yardstick.measure(index -> {
                Series series = validation.series().get(index);
                return method.forecast(series.train(), validation.season(), series.test().length);
            }));
        }
        Map<Baseline, Double> ranked = new java.util.LinkedHashMap<>();
        measures.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .forEach(each -> ranked.put(each.getKey(), each.getValue()));
        return ranked;
    }

    /** Ascending; none longer than two thirds of the usual history, or windows would mostly be empty. */
    private static List<Integer> lookbacks(SeriesSet set) {
        int[] lengths = set.series().stream()
                .mapToInt(each -> each.train().length)
                .sorted()
                .toArray();
        int room = Math.clamp((lengths[lengths.length / 2] - set.horizon()) * 2L / 3, 4, LONGEST);
        TreeSet<Integer> lookbacks = new TreeSet<>();
        for (int horizons : LOOKBACKS) {
            lookbacks.add(Math.clamp((long) horizons * set.horizon(), Math.min(room, 4), room));
        }
        return lookbacks.stream().skip(Math.max(0, lookbacks.size() - MEMBERS)).toList();
    }

    private static List<CovariateScale> covariates(SeriesSet set) {
        TreeSet<String> names = new TreeSet<>();
        set.series().forEach(each -> names.addAll(each.covariates().keySet()));
        List<CovariateScale> scales = new ArrayList<>();
        for (String name : names) {
            List<double[]> known = set.series().stream()
                    .filter(each -> each.covariates().containsKey(name))
                    .map(each -> Arrays.copyOf(each.covariates().get(name), each.train().length))
                    .toList();
            boolean logarithmic = known.stream().flatMapToDouble(Arrays::stream).allMatch(value -> value > 0);
            CovariateScale plain = new CovariateScale(name, logarithmic, 1);
            double spread = known.stream()
                    .mapToDouble(values -> distance(plain, values))
                    .average()
                    .orElse(0);
            if (spread > 0) {
                scales.add(new CovariateScale(name, logarithmic, spread));
            }
        }
        return scales;
    }

    private static double distance(CovariateScale scale, double[] values) {
        double[] changed = Arrays.stream(values).map(scale::transformed).toArray();
        double mean = Arrays.stream(changed).average().orElse(0);
        return Arrays.stream(changed)
                .map(value -> Math.abs(value - mean))
                .average()
                .orElse(0);
    }
}
