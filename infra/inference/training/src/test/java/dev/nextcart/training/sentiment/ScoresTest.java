package dev.nextcart.training.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoresTest {
    @Test
    void each_figure_is_as_counted_by_hand() {
        Scores scores = Scores.of(new double[] {.9, .6, .4, .2}, new boolean[] {true, false, true, false});

        assertEquals(.5, scores.accuracy());
        assertEquals(.5, scores.macroF1(), 1e-12);
        assertEquals(.75, scores.auc());
        assertEquals((.01 + .36 + .36 + .04) / 4, scores.brier(), 1e-12);
    }

    @Test
    void ties_count_half() {
        assertEquals(
                .5,
                Scores.of(new double[] {.7, .7, .7}, new boolean[] {true, false, true})
                        .auc());
    }

    @Test
    void one_class_alone_has_no_auc() {
        Scores scores = Scores.of(new double[] {.7, .2}, new boolean[] {true, true});

        assertFalse(scores.metrics().containsKey("AUC"));
        assertEquals(.5, scores.accuracy());
    }

    @Test
    void folds_share_out_both_labels_and_each_example_once() {
        boolean[] labels = new boolean[103];
        Arrays.fill(labels, 0, 30, true);

        Folds folds = Folds.stratified(labels, 5, 3);

        int seen = 0;
        for (int fold = 0; fold < 5; fold++) {
            int[] in = folds.in(fold);
            assertEquals(6, IntStream.of(in).filter(i -> labels[i]).count());
            assertEquals(103, in.length + folds.outside(fold).length);
            seen += in.length;
        }
        assertEquals(103, seen);
    }
}
