package dev.nextcart.training.forecast;

import dev.nextcart.models.forecast.Baseline;
import dev.nextcart.models.forecast.Forecasts;
import dev.nextcart.models.forecast.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores of what is served, and of the simple methods beside it, on the same periods. */
final class ForecastEvaluation {
    private ForecastEvaluation() {}

    /** What a model answers for each series of a set, asked as a caller would. */
    static List<Forecasts.Forecast> served(SeriesSet set, Forecasts forecasts) {
        return forecasts.of(set.series().stream()
                .map(each -> new Forecasts.Question(
                        new History(each.train(), each.covariates()), set.season(), each.test().length))
                .toList());
    }

    static Scores scores(SeriesSet set, List<Forecasts.Forecast> served) {
        return Scores.of(set, served.stream().map(Forecasts.Forecast::quantiles).toList());
    }

    static Map<String, Map<String, Double>> baselines(SeriesSet set) {
        Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
        for (Baseline method : Baseline.values()) {
            scores.put(
                    method.wireName(),
                    Scores.of(
                                    set,
                                    set.series().stream()
                                            .map(each ->
                                                    method.quantiles(each.train(), set.season(), each.test().length))
                                            .toList())
                            .metrics());
        }
        return scores;
    }
}
