package dev.nextcart.models.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Forecasts of a trained model: the network where it can answer, blended with simple methods as validation found best and the
 * history's own last windows confirm; a simple method, with the reason in its name, where it cannot.
 */
public final class Forecasts {
    /** Windows of its own that a history is judged by, if it is long enough. */
    private static final int OWN_WINDOWS = 2;

    private final ForecastSettings settings;
    private final ForecastNetwork network;

    /** One answer: the quantiles, and which method gave them. */
    public record Forecast(Quantiles quantiles, String method) {}

    /**
     * @param season of the history, which may not be the model's
     */
    public record Question(History history, int season, int horizon) {}

    public Forecasts(ForecastSettings settings, ForecastNetwork network) {
        this.settings = settings;
        this.network = network;
    }

    /** One for each question, in their order. */
    public List<Forecast> of(List<Question> questions) {
        List<History> histories = new ArrayList<>();
        List<Optional<Forecast>> simple = new ArrayList<>();
        for (Question question : questions) {
            Optional<Forecast> fallback = Fallbacks.of(settings, question);
            simple.add(fallback);
            if (fallback.isEmpty()) {
                histories.add(question.history());
                for (int end : ownEnds(question.history())) {
                    histories.add(question.history().until(end));
                }
            }
        }
        List<Quantiles> answers = network.forecast(settings.shape(), histories);
        List<Forecast> forecasts = new ArrayList<>();
        int at = 0;
        for (int index = 0; index < questions.size(); index++) {
            Question question = questions.get(index);
            if (simple.get(index).isPresent()) {
                forecasts.add(simple.get(index).get());
                continue;
            }
            int used = 1 + ownEnds(question.history()).length;
            forecasts.add(forecast(question, answers.subList(at, at + used)));
            at += used;
        }
        return forecasts;
    }

    /** Where the history's own windows end, the latest first; none unless the choice looks back. */
    private int[] ownEnds(History history) {
        return settings.choice().looksBack() ? ownEnds(history.values().length, settings.shape()) : new int[0];
    }

    public static int[] ownEnds(int periods, ForecastShape shape) {
        int room = (periods - shape.shortest()) / shape.horizon();
        int[] ends = new int[Math.clamp(room, 0, OWN_WINDOWS)];
        Arrays.setAll(ends, window -> periods - (window + 1) * shape.horizon());
        return ends;
    }

    private Forecast forecast(Question question, List<Quantiles> answers) {
        History history = question.history();
        Blend blend = settings.choice().best(ownLosses(history, answers.subList(1, answers.size())));
        Quantiles own = answers.getFirst();
        double[] median = blend.of(methods(settings, history, own, blend.methods()));
        Quantiles full = settings.calibration().about(median, own, history.negative());
        if (!finite(full)) {
            return Fallbacks.simple(settings.fallback(), question, "the network has no number");
        }
        int horizon = question.horizon();
        return new Forecast(
                new Quantiles(
                        Arrays.copyOf(full.low(), horizon),
                        Arrays.copyOf(full.median(), horizon),
                        Arrays.copyOf(full.high(), horizon)),
                blend.name());
    }

    private List<Double> ownLosses(History history, List<Quantiles> own) {
        if (own.isEmpty()) {
            return List.of();
        }
        return ownLosses(settings, history, own);
    }

    /** @return the mean loss of each candidate over the history's own windows; {@code own} are the network's answers there */
    public static List<Double> ownLosses(ForecastSettings settings, History history, List<Quantiles> own) {
        TreeSet<String> needed = new TreeSet<>();
        settings.choice()
                .candidates()
                .forEach(each -> needed.addAll(each.blend().methods()));
        int[] ends = ownEnds(history.values().length, settings.shape());
        double[] sums = new double[settings.choice().candidates().size()];
        for (int window = 0; window < ends.length; window++) {
            int end = ends[window];
            double[] actual = Arrays.copyOfRange(
                    history.values(), end, end + settings.shape().horizon());
            Map<String, double[]> forecasts = methods(settings, history.until(end), own.get(window), needed);
            List<Double> losses = settings.choice().losses(forecasts, actual);
            for (int candidate = 0; candidate < sums.length; candidate++) {
                sums[candidate] += losses.get(candidate) / ends.length;
            }
        }
        return Arrays.stream(sums).boxed().toList();
    }

    private static Map<String, double[]> methods(
            ForecastSettings settings, History history, Quantiles network, Iterable<String> names) {
        Map<String, double[]> forecasts = new HashMap<>();
        for (String name : names) {
            forecasts.put(
                    name,
                    name.equals(Blend.NETWORK)
                            ? network.median()
                            : Baseline.named(name)
                                    .forecast(
                                            history.values(),
                                            settings.shape().season(),
                                            settings.shape().horizon()));
        }
        return forecasts;
    }

    private static boolean finite(Quantiles quantiles) {
        return Arrays.stream(quantiles.low()).allMatch(Double::isFinite)
                && Arrays.stream(quantiles.median()).allMatch(Double::isFinite)
                && Arrays.stream(quantiles.high()).allMatch(Double::isFinite);
    }
}
