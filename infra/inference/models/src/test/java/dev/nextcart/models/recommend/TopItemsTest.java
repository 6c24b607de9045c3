package dev.nextcart.models.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopItemsTest {
    @Test
    void the_best_are_those_that_sorting_would_find() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[] scores = new float[200];
            for (int item = 0; item < scores.length; item++) {
                scores[item] = (float) random.nextDouble();
            }
            TopItems top = new TopItems(1 + seed);

            for (int item = 0; item < scores.length; item++) {
                top.offer(item, scores[item]);
            }

            int[] sorted = IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(item -> -scores[item]))
                    .limit(1 + seed)
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertArrayEquals(sorted, top.best());
        }
    }

    @Test
    void fewer_than_wanted_are_all() {
        TopItems top = new TopItems(5);

        top.offer(7, -1);
        top.offer(3, -2);

        assertArrayEquals(new int[] {7, 3}, top.best());
    }
}
