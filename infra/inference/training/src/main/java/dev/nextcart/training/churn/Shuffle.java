package dev.nextcart.training.churn;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Fisher and Yates. */
final class Shuffle {
    private Shuffle() {}

    static int[] order(int size, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        int[] order = IntStream.range(0, size).toArray();
        for (int last = size - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = order[last];
            order[last] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
