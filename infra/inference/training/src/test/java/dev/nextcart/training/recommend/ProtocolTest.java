package dev.nextcart.training.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nextcart.models.recommend.History;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    @Test
    void the_last_item_is_the_test_and_the_one_before_it_the_validation() {
        LeaveOneOut split = LeaveOneOut.of(List.of(History.bought(5, 6, 7, 8), History.bought(1, 2)));

        assertArrayEquals(new int[] {5, 6}, split.train().get(0).items());
        assertArrayEquals(new int[] {1, 2}, split.train().get(1).items());
        assertEquals(7, split.validation().getFirst().target());
        assertArrayEquals(new int[] {5, 6, 7}, split.test().getFirst().history().items());
        assertEquals(8, split.test().getFirst().target());
        assertEquals(2, split.trainAndValidation().size());
    }

    @Test
    void the_shoppers_own_items_are_not_ranked() {
        RankingMetrics metrics = new RankingMetrics(1);

        metrics.add(new float[] {9, 8, 7, 6}, new int[] {0, 1, 1}, 2);

        assertEquals(1, metrics.values().getOrDefault("MRR", Double.NaN));
    }

    @Test
    void a_target_at_rank_three_counts_as_defined() {
        RankingMetrics metrics = new RankingMetrics(1);

        metrics.add(new float[] {9, 8, 7, 6}, new int[] {}, 2);
        metrics.add(7);

        Map<String, Double> values = metrics.values();
        assertEquals(0.5, values.getOrDefault("HR@5", Double.NaN));
        assertEquals(1, values.getOrDefault("HR@10", Double.NaN));
        assertEquals(0.25, values.getOrDefault("NDCG@5", Double.NaN), 1e-9);
        assertEquals((0.5 + 1.0 / 3) / 2, values.getOrDefault("NDCG@10", Double.NaN), 1e-9);
        assertEquals((1.0 / 3 + 1.0 / 7) / 2, values.getOrDefault("MRR", Double.NaN), 1e-9);
    }

    @Test
    void ties_are_broken_at_random_and_the_same_for_a_seed() {
        RankingMetrics metrics = new RankingMetrics(7);
        RankingMetrics again = new RankingMetrics(7);

        for (int repeat = 0; repeat < 2_000; repeat++) {
            metrics.add(new float[100], new int[] {0}, 50);
            again.add(new float[100], new int[] {0}, 50);
        }

        assertEquals(10.0 / 99, metrics.values().getOrDefault("HR@10", Double.NaN), 0.02);
        assertEquals(metrics.values(), again.values());
    }

    @Test
    void a_score_that_is_no_number_is_a_mistake_and_not_a_rank() {
        RankingMetrics metrics = new RankingMetrics(1);

        assertThrows(IllegalArgumentException.class, () -> metrics.add(new float[] {Float.NaN, 1}, new int[] {}, 0));
    }

    @Test
    void every_item_but_the_first_is_predicted_once_in_windows_of_the_longest_length() {
        List<History> histories = List.of(History.bought(0, 1, 2, 3, 4, 5, 6), History.bought(7, 8));

        List<Batch> batches = new Batches(histories, 3, 2).epoch(1);

        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L, 6L, 8L),
                batches.stream()
                        .flatMapToLong(batch -> java.util.Arrays.stream(batch.targets()))
                        .sorted()
                        .boxed()
                        .toList());
        batches.forEach(batch -> assertEquals(true, batch.length() <= 3));
    }
}
