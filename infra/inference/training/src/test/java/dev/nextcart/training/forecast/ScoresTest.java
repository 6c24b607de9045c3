package dev.nextcart.training.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.models.forecast.Baseline;
import dev.nextcart.models.forecast.Blend;
import dev.nextcart.models.forecast.Calibration;
import dev.nextcart.models.forecast.Quantiles;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoresTest {
    /** Seasonal naive errs by 2 in every period of it. */
    private static final Series STAIRS = new Series("A", new double[] {1, 3, 5, 7, 9}, new double[] {10, 10}, Map.of());

    private static final SeriesSet SET = new SeriesSet("stairs", 1, 2, List.of(STAIRS));

    @Test
    void they_are_those_of_m4() {
        Scores scores = Scores.of(SET, List.of(Quantiles.point(new double[] {6, 10})));

        assertEquals(25, scores.smape(), 1e-9); // 200 * 4 / 16, and 0
        assertEquals(1, scores.mase(), 1e-9); // 4 and 0, over 2
        assertEquals((25 / (200.0 / 19) + 1 / 0.5) / 2, scores.owa(), 1e-9); // Naive2 says 9 twice
    }

    @Test
    void naive2_has_an_owa_of_one() {
        double[] forecast = Baseline.NAIVE2.forecast(STAIRS.train(), 1, 2);

        assertEquals(1, Scores.of(SET, List.of(Quantiles.point(forecast))).owa(), 1e-12);
    }

    @Test
    void pinball_loss_counts_each_quantile_from_its_side() {
        Quantiles quantiles = new Quantiles(new double[] {8}, new double[] {10}, new double[] {12});

        assertEquals((0.1 * 5 + 0.5 * 3 + 0.9 * 1) / 3, quantiles.pinball(new double[] {13}), 1e-9);
        assertEquals((0.9 * 1 + 0.5 * 3 + 0.1 * 5) / 3, quantiles.pinball(new double[] {7}), 1e-9);
    }

    @Test
    void zeros_leave_smape_out_of_the_decision() {
        Series sparse = new Series("S", new double[] {0, 4, 0, 0, 3, 0}, new double[] {0}, Map.of());

        assertFalse(new Yardstick(new SeriesSet("sparse", 1, 1, List.of(sparse))).relative());
        assertTrue(new Yardstick(SET).relative());
    }

    @Test
    void the_search_finds_that_two_opposite_errors_cancel() {
        Yardstick yardstick = new Yardstick(SET);

        Blend blend = BlendSearch.best(
                yardstick,
                Map.of(
                        "low", List.of(new double[] {8, 8}),
                        "high", List.of(new double[] {12, 12}),
                        "far", List.of(new double[] {90, 90})));

        assertEquals(Map.of("low", 0.5, "high", 0.5), blend.weights());
    }

    @Test
    void calibration_widens_an_interval_that_holds_too_little() {
        SplittableRandom random = new SplittableRandom(2);
        List<Series> series = IntStream.range(0, 300)
                .mapToObj(index -> new Series(
                        "S" + index,
                        new double[] {1, 2},
                        new double[] {random.nextGaussian(), random.nextGaussian()},
                        Map.of()))
                .toList();
        Quantiles narrow = new Quantiles(new double[] {-0.5, -0.5}, new double[] {0, 0}, new double[] {1, 1});
        SeriesSet set = new SeriesSet("noise", 1, 2, series);

        Calibration calibration =
                IntervalCalibration.of(set, series.stream().map(each -> narrow).toList());

        assertEquals(2 * 1.28, calibration.low().getFirst(), 0.4);
        assertEquals(1.28, calibration.high().getFirst(), 0.2);
    }
}
