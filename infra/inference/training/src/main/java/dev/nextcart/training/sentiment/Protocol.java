package dev.nextcart.training.sentiment;

import dev.nextcart.training.Progress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How a set of reviews is judged: in turn each fold is foretold by a head that was trained, and chosen, on the others; or
 * one part in five by a head of the rest. Test labels are read once, for the scores.
 */
final class Protocol {
    /** 80/20. */
    private static final int SPLIT_PARTS = 5;

    private final int folds;
    private final boolean split;
    private final long seed;

    private Protocol(int folds, boolean split, long seed) {
        this.folds = folds;
        this.split = split;
        this.seed = seed;
    }

    static Protocol folds(int count, long seed) {
        return new Protocol(count, false, seed);
    }

    /** 80 % to learn from, 20 % to be foretold. */
    static Protocol split(long seed) {
        return new Protocol(SPLIT_PARTS, true, seed);
    }

    /** What makes a head of examples and those of them that it may look at. */
    interface Learner {
        Head learn(Examples examples, int[] members);
    }

    /** Scores by learner's name. */
    Map<String, Scores> judge(Examples examples, Map<String, Learner> learners, Progress progress) {
        Map<String, Scores> scores = new LinkedHashMap<>();
        learners.forEach((name, learner) -> scores.put(name, judge(examples, name, learner, progress)));
        return scores;
    }

    private Scores judge(Examples examples, String name, Learner learner, Progress progress) {
        Folds dealt = Folds.stratified(examples.labels(), folds, seed);
        double[] foretold = new double[examples.size()];
        int rounds = split ? 1 : folds;
        progress.begin(name, rounds);
        for (int fold = 0; fold < rounds; fold++) {
            Head head = learner.learn(examples, dealt.outside(fold));
            int[] unseen = dealt.in(fold);
            double[] probabilities = head.probabilities(examples, unseen);
            for (int i = 0; i < unseen.length; i++) {
                foretold[unseen[i]] = probabilities[i];
            }
            progress.step();
            progress.say(String.format(Locale.ROOT, "fold %d of %d: %s is %s", fold + 1, rounds, name, head.choice()));
        }
        progress.end();
        int[] tested = split ? dealt.in(0) : IntStream.range(0, examples.size()).toArray();
        return Scores.of(IntStream.of(tested).mapToDouble(i -> foretold[i]).toArray(), examples.labels(tested));
    }
}
