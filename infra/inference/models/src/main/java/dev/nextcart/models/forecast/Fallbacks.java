package dev.nextcart.models.forecast;

import dev.nextcart.models.forecast.Forecasts.Forecast;
import dev.nextcart.models.forecast.Forecasts.Question;
import java.util.Optional;

/** What the network is not asked, and who answers in its place. The reason stands in the method's name. */
final class Fallbacks {
    private Fallbacks() {}

    /** Empty when the network may answer. */
    static Optional<Forecast> of(ForecastSettings settings, Question question) {
        ForecastShape shape = settings.shape();
        History history = question.history();
        int periods = history.values().length;
        if (history.allZero()) {
            return Optional.of(simple(Baseline.MEAN, question, "no demand so far"));
        }
        if (periods > 1 && history.constant()) {
            return Optional.of(simple(Baseline.NAIVE, question, "the same in every period so far"));
        }
        if (periods < shape.shortest()) {
            Baseline method = periods < 3 ? Baseline.NAIVE : settings.fallback();
            return Optional.of(simple(method, question, "fewer than " + shape.shortest() + " periods of history"));
        }
        if (question.season() != shape.season()) {
            return Optional.of(
                    simple(Baseline.THETA, question, "the model's season is " + shape.season() + " periods"));
        }
        if (question.horizon() > shape.horizon()) {
            return Optional.of(simple(
                    settings.fallback(), question, "beyond the network's horizon of " + shape.horizon() + " periods"));
        }
        return Optional.empty();
    }

    static Forecast simple(Baseline method, Question question, String reason) {
        return new Forecast(
                method.quantiles(question.history().values(), question.season(), question.horizon()),
                method.wireName() + " (" + reason + ")");
    }
}
