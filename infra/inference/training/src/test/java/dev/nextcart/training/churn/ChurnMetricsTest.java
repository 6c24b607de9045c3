package dev.nextcart.training.churn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChurnMetricsTest {
    @Test
    void ties_count_half() {
        double[] scores = {0.1, 0.5, 0.5, 0.9};
        boolean[] truths = {false, true, false, true};

        assertEquals(3.5 / 4, ChurnMetrics.auc(scores, truths));
    }

    @Test
    void one_score_for_all_ranks_nobody() {
        assertEquals(0.5, ChurnMetrics.auc(new double[] {1, 1, 1}, new boolean[] {true, false, false}));
    }

    @Test
    void probabilities_that_come_true_are_calibrated_and_doubled_ones_are_not() {
        SplittableRandom random = new SplittableRandom(3);
        double[] right = random.doubles(20_000, 0, 0.5).toArray();
        boolean[] truths = new boolean[right.length];
        for (int index = 0; index < truths.length; index++) {
            truths[index] = random.nextDouble() < right[index];
        }
        double[] doubled = Arrays.stream(right).map(each -> 2 * each).toArray();

        assertTrue(ChurnMetrics.calibrationError(right, truths) < 0.01);
        assertEquals(0.25, ChurnMetrics.calibrationError(doubled, truths), 0.01);
        assertTrue(ChurnMetrics.brier(right, truths) < ChurnMetrics.brier(doubled, truths));
    }
}
