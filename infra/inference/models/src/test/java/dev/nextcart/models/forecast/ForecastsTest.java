package dev.nextcart.models.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nextcart.models.ModelException;
import dev.nextcart.models.forecast.Forecasts.Forecast;
import dev.nextcart.models.forecast.Forecasts.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With a network that says one spread above the level, and two to each side. */
class ForecastsTest {
    private static final ForecastShape SHAPE = new ForecastShape(4, 12, 6, List.of(Baseline.SEASONAL_NAIVE), List.of());
    private static final Choice BLEND =
            new Choice(List.of(new Choice.Candidate(new Blend(Map.of("network", 0.5, "mean", 0.5)), 0, 0)), 0);
    private static final double[] MOVING = Seasons.of(24, t -> 100 + t % 4);

    @Test
    void the_blend_is_named_and_weighed() {
        Forecast forecast = one(settings(BLEND), MOVING, 4, 3);

        Window window = Window.of(SHAPE, History.of(MOVING));
        double expected = (window.centre() + window.spread() + 101.5) / 2;
        assertEquals(expected, forecast.quantiles().median()[0], 1e-5);
        assertEquals(3, forecast.quantiles().median().length);
        assertTrue(
                forecast.method().contains("0.50 network") && forecast.method().contains("0.50 mean"));
    }

    @Test
    void what_the_network_cannot_do_is_done_by_a_named_method() {
        ForecastSettings settings = settings(BLEND);

        assertEquals(
                "naive (fewer than 4 periods of history)",
                one(settings, new double[] {5}, 4, 2).method());
        assertEquals(
                "mean (no demand so far)", one(settings, new double[20], 4, 2).method());
        assertTrue(one(settings, filled(20, 3), 4, 2).method().startsWith("naive (the same"));
        assertTrue(one(settings, MOVING, 4, 7).method().startsWith("theta (beyond the network's horizon"));
        assertTrue(one(settings, MOVING, 7, 3).method().startsWith("theta (the model's season is 4"));
    }

    @Test
    void no_demand_is_forecast_below_zero() {
        double[] small = Seasons.of(24, t -> t % 4 == 0 ? 1 : 0);

        Quantiles quantiles = one(settings(BLEND), small, 4, 6).quantiles();

        assertTrue(Arrays.stream(quantiles.low()).allMatch(value -> value >= 0));
    }

    @Test
    void a_series_whose_own_windows_speak_for_another_method_gets_it() {
        Choice choice = new Choice(
                List.of(
                        new Choice.Candidate(Blend.of("network"), 0, 0),
                        new Choice.Candidate(Blend.of("seasonal-naive"), 0.3, 0)),
                1);

        Forecast forecast = one(settings(choice), MOVING, 4, 4);

        assertEquals("seasonal-naive", forecast.method());
        assertArrayEquals(
                new double[] {100, 101, 102, 103}, forecast.quantiles().median(), 1e-9);
    }

    @Test
    void without_trust_the_best_over_all_series_is_served() {
        Choice choice = new Choice(
                List.of(
                        new Choice.Candidate(Blend.of("network"), 0, 0),
                        new Choice.Candidate(Blend.of("seasonal-naive"), 0.3, 0)),
                0);

        assertEquals("network", one(settings(choice), MOVING, 4, 4).method());
    }

    @Test
    void many_questions_are_answered_in_their_order() {
        Forecasts forecasts = new Forecasts(settings(BLEND), ForecastsTest::network);
        List<Question> questions = List.of(
                new Question(History.of(MOVING), 4, 2),
                new Question(History.of(0, 0, 0), 4, 2),
                new Question(History.of(Seasons.of(24, t -> 10 + t % 4)), 4, 2));

        List<Forecast> answers = forecasts.of(questions);

        assertTrue(answers.get(0).quantiles().median()[0] > 90);
        assertEquals(0, answers.get(1).quantiles().median()[0]);
        assertTrue(answers.get(2).quantiles().median()[0] < 20);
    }

    @Test
    void settings_are_read_as_they_were_written() {
        ForecastSettings settings = new ForecastSettings(
                new ForecastShape(7, 21, 14, List.of(Baseline.THETA), List.of(new CovariateScale("price", true, 0.2))),
                BLEND,
                new Calibration(List.of(1.5, 2.0), List.of(0.5, 1.0)),
                Baseline.TSB);

        assertEquals(settings, ForecastSettings.read(settings.json()));
    }

    @Test
    void settings_of_something_else_are_refused() {
        assertThrows(
                ModelException.class,
                () -> ForecastSettings.read(
                        JsonNodeFactory.instance.objectNode().put("layers", 4)));
    }

    @Test
    void a_covariate_moves_the_window_and_a_missing_one_does_not() {
        ForecastShape shape = new ForecastShape(1, 4, 2, List.of(), List.of(new CovariateScale("promotion", false, 1)));
        double[] promotion = {0, 0, 0, 0, 0, 1};
        double[] values = {3, 4, 5, 4};

        float[] with = Window.of(shape, new History(values, Map.of("promotion", promotion)))
                .input();
        float[] without = Window.of(shape, History.of(values)).input();

        assertEquals(1, with[shape.anchorsAt() - 1]);
        assertEquals(0, without[shape.anchorsAt() - 1]);
        assertArrayEquals(Arrays.copyOf(without, shape.lookback()), Arrays.copyOf(with, shape.lookback()));
    }

    private static ForecastSettings settings(Choice choice) {
        return new ForecastSettings(SHAPE, choice, Calibration.NONE, Baseline.THETA);
    }

    private static Forecast one(ForecastSettings settings, double[] values, int season, int horizon) {
        return new Forecasts(settings, ForecastsTest::network)
                .of(List.of(new Question(History.of(values), season, horizon)))
                .getFirst();
    }

    private static double[] filled(int periods, double value) {
        return Seasons.of(periods, t -> value);
    }

    private static List<Quantiles> network(List<Window> windows) {
        int horizon = SHAPE.horizon();
        float[] outputs = new float[windows.size() * 3 * horizon];
        for (int at = 0; at < outputs.length; at++) {
            outputs[at] = switch (at / horizon % 3) {
                case 0 -> -1;
                case 1 -> 1;
                default -> 3;
            };
        }
        return ForecastNetwork.restored(windows, outputs, horizon);
    }
}
