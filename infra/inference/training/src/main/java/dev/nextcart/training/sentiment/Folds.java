package dev.nextcart.training.sentiment;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Examples dealt out so that each fold has its share of either label.
 *
 * @param ofExample the fold of each, 0..count-1
 */
@SuppressWarnings("ArrayRecordComponent") // not shared beyond this package; nobody compares them
record Folds(int[] ofExample, int count) {
    static Folds stratified(boolean[] labels, int count, long seed) {
        Random random = new Random(seed);
        int[] ofExample = new int[labels.length];
        int dealt = 0;
        for (boolean label : new boolean[] {false, true}) {
            int[] members = IntStream.range(0, labels.length)
                    .filter(i -> labels[i] == label)
                    .toArray();
            for (int i = members.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int kept = members[i];
                members[i] = members[other];
                members[other] = kept;
            }
            for (int member : members) {
                ofExample[member] = dealt++ % count;
            }
        }
        return new Folds(ofExample, count);
    }

    int[] in(int fold) {
        return IntStream.range(0, ofExample.length)
                .filter(i -> ofExample[i] == fold)
                .toArray();
    }

    int[] outside(int fold) {
        return IntStream.range(0, ofExample.length)
                .filter(i -> ofExample[i] != fold)
                .toArray();
    }
}
