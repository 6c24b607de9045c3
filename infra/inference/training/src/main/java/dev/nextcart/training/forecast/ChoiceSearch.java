package dev.nextcart.training.forecast;

import dev.nextcart.models.forecast.Baseline;
import dev.nextcart.models.forecast.Blend;
import dev.nextcart.models.forecast.Calibration;
import dev.nextcart.models.forecast.Choice;
import dev.nextcart.models.forecast.ForecastNetwork;
import dev.nextcart.models.forecast.ForecastSettings;
import dev.nextcart.models.forecast.Forecasts;
import dev.nextcart.models.forecast.History;
import dev.nextcart.models.forecast.Quantiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which blend serves all series, and how far a series' own windows may choose another: both by the validation windows. */
final class ChoiceSearch {
    private static final double[] TRUSTS = {0.05, 0.1, 0.2, 0.35, 0.6, 1};

    /** A choice per series must gain so much over all of them, or it is noise. */
    private static final double GAIN = 0.003;

    private static final int SIMPLE_CANDIDATES = 2;

    private final SeriesSet set;
    private final Yardstick yardstick;
    private final ForecastPlan plan;
    private final ForecastNetwork network;

    /** @param set the validation set that {@code network} was not trained on */
    ChoiceSearch(SeriesSet set, Yardstick yardstick, ForecastPlan plan, ForecastNetwork network) {
        this.set = set;
        this.yardstick = yardstick;
        this.plan = plan;
        this.network = network;
    }

    Choice best() {
        Map<String, List<double[]>> forecasts = forecasts();
        Blend blend = BlendSearch.best(yardstick, forecasts);
        List<Choice.Candidate> candidates = candidates(blend, forecasts);
        ForecastSettings trial = settings(new Choice(candidates, 1));
        List<List<Double>> own = ownLosses(trial);
        Choice usual = new Choice(usual(candidates, own), 0);
        double least = measure(usual, own, forecasts) * (1 - GAIN);
        Choice best = usual;
        for (double trust : TRUSTS) {
            Choice choice = new Choice(usual.candidates(), trust);
            double measure = measure(choice, own, forecasts);
            if (measure < least) {
                least = measure;
                best = choice;
            }
        }
        return best;
    }

    /** The network's and each simple method's, whole horizons. */
    private Map<String, List<double[]>> forecasts() {
        Map<String, List<double[]>> forecasts = new LinkedHashMap<>();
        List<History> histories = set.series().stream()
                .map(each -> new History(each.train(), each.covariates()))
                .toList();
        forecasts.put(
                Blend.NETWORK,
                cut(network.forecast(plan.shape(), histories).stream()
                        .map(Quantiles::median)
                        .toList()));
        for (Baseline method : plan.ranked().keySet()) {
            forecasts.put(
                    method.wireName(),
                    set.series().stream()
                            .map(each -> method.forecast(each.train(), set.season(), each.test().length))
                            .toList());
        }
        return forecasts;
    }

    private List<double[]> cut(List<double[]> whole) {
        List<double[]> cut = new ArrayList<>();
        for (int index = 0; index < whole.size(); index++) {
            cut.add(java.util.Arrays.copyOf(
                    whole.get(index), set.series().get(index).test().length));
        }
        return cut;
    }

    private List<Choice.Candidate> candidates(Blend blend, Map<String, List<double[]>> forecasts) {
        Set<Blend> blends = new LinkedHashSet<>();
        blends.add(blend);
        blends.add(Blend.of(Blend.NETWORK));
        plan.ranked().keySet().stream().limit(SIMPLE_CANDIDATES).forEach(each -> blends.add(Blend.of(each.wireName())));
        double first = BlendSearch.measure(yardstick, blend, forecasts);
        return blends.stream()
                .map(each -> new Choice.Candidate(
                        each, Math.log(BlendSearch.measure(yardstick, each, forecasts) / first), 0))
                .toList();
    }

    private List<List<Double>> ownLosses(ForecastSettings trial) {
        List<List<Double>> losses = new ArrayList<>();
        for (Series series : set.series()) {
            History history = new History(series.train(), series.covariates());
            List<History> earlier = new ArrayList<>();
            for (int end : Forecasts.ownEnds(series.train().length, plan.shape())) {
                earlier.add(history.until(end));
            }
            losses.add(
                    earlier.isEmpty()
                            ? List.of()
                            : Forecasts.ownLosses(trial, history, network.forecast(plan.shape(), earlier)));
        }
        return losses;
    }

    private static List<Choice.Candidate> usual(List<Choice.Candidate> candidates, List<List<Double>> own) {
        List<Choice.Candidate> usual = new ArrayList<>();
        for (int index = 0; index < candidates.size(); index++) {
            int candidate = index;
            double mean = own.stream()
                    .filter(each -> !each.isEmpty() && each.getFirst() > 0)
                    .mapToDouble(each -> Math.log(Math.max(each.get(candidate) / each.getFirst(), 1e-3)))
                    .average()
                    .orElse(0);
            usual.add(new Choice.Candidate(
                    candidates.get(index).blend(), candidates.get(index).record(), mean));
        }
        return usual;
    }

    private double measure(Choice choice, List<List<Double>> own, Map<String, List<double[]>> forecasts) {
        return yardstick.measure(index -> choice.best(own.get(index)).of(BlendSearch.of(forecasts, index)));
    }

    private ForecastSettings settings(Choice choice) {
        return new ForecastSettings(
                plan.shape(),
                choice,
                Calibration.NONE,
                plan.ranked().keySet().iterator().next());
    }
}
