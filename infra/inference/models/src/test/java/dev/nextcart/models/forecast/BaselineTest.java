package dev.nextcart.models.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineTest {
    private static final double[] WEEKS = {3, 1, 4, 1, 5, 9, 2};

    @Test
    void naive_repeats_the_last_value() {
        assertArrayEquals(new double[] {2, 2}, Baseline.NAIVE.forecast(WEEKS, 1, 2));
    }

    @Test
    void seasonal_naive_repeats_the_last_season_beyond_one() {
        assertArrayEquals(new double[] {5, 9, 2, 5, 9}, Baseline.SEASONAL_NAIVE.forecast(WEEKS, 3, 5));
    }

    @Test
    void theta_follows_half_the_slope_of_a_straight_line() {
        double[] line = Seasons.of(40, t -> 10 + 2.0 * t);

        double[] forecast = Baseline.THETA.forecast(line, 1, 3);

        assertEquals(1, forecast[1] - forecast[0], 1e-9);
        assertEquals(90, forecast[0], 1.5);
    }

    @Test
    void naive2_keeps_a_season_that_the_test_finds() {
        double[] seasonal = Seasons.of(48, t -> 100 * (t % 4 == 0 ? 2 : 1));

        double[] forecast = Baseline.NAIVE2.forecast(seasonal, 4, 4);

        assertArrayEquals(new double[] {200, 100, 100, 100}, forecast, 1e-6);
    }

    @Test
    void naive2_finds_no_season_in_noise() {
        SplittableRandom random = new SplittableRandom(4);
        double[] noise = Seasons.of(48, t -> 100 + random.nextDouble());

        double[] forecast = Baseline.NAIVE2.forecast(noise, 4, 3);

        assertArrayEquals(new double[] {noise[47], noise[47], noise[47]}, forecast, 1e-9);
    }

    @Test
    void a_season_with_zeros_is_added_not_multiplied() {
        double[] seasonal = Seasons.of(40, t -> t % 4 == 0 ? 8 : 0);

        double[] forecast = Baseline.NAIVE2.forecast(seasonal, 4, 4);

        assertArrayEquals(new double[] {8, 0, 0, 0}, forecast, 1e-6);
    }

    @Test
    void croston_gives_demand_a_period() {
        double[] everyThird = Seasons.of(60, t -> t % 3 == 2 ? 6 : 0);

        assertEquals(2, Baseline.CROSTON.forecast(everyThird, 1, 1)[0], 1e-9);
    }

    @Test
    void tsb_forgets_a_product_that_stopped_selling_and_croston_does_not() {
        double[] stopped = Seasons.of(80, t -> t < 40 ? 5 : 0);

        assertTrue(Baseline.TSB.forecast(stopped, 1, 1)[0] < 0.5);
        assertEquals(5, Baseline.CROSTON.forecast(stopped, 1, 1)[0], 1e-9);
    }

    @ParameterizedTest
    @EnumSource
    void every_method_answers_every_history(Baseline method) {
        double[][] histories = {{0}, {7}, {0, 0, 0}, {1, 2}, {5, 5, 5, 5, 5, 5}, {0, 3, 0}, {1e15, 1, 1e15, 2, 3}};
        for (double[] history : histories) {
            Quantiles quantiles = method.quantiles(history, 12, 30);

            for (int step = 0; step < 30; step++) {
                assertTrue(
                        0 <= quantiles.low()[step]
                                && quantiles.low()[step] <= quantiles.median()[step]
                                && quantiles.median()[step] <= quantiles.high()[step]
                                && Double.isFinite(quantiles.high()[step]),
                        Arrays.toString(history) + " step " + step);
            }
        }
    }

    @Test
    void the_interval_of_the_mean_holds_four_fifths_of_what_comes() {
        SplittableRandom random = new SplittableRandom(11);
        int inside = 0;
        for (int series = 0; series < 200; series++) {
            double[] values = Seasons.of(64, t -> 50 + random.nextGaussian());
            Quantiles quantiles = Baseline.MEAN.quantiles(Arrays.copyOf(values, 60), 1, 4);
            inside += (int) Math.round(4 * quantiles.within(Arrays.copyOfRange(values, 60, 64)));
        }

        assertEquals(0.8, inside / 800.0, 0.06);
    }
}
