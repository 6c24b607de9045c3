package dev.nextcart.training.sentiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.models.sentiment.NGrams;
import dev.nextcart.models.sentiment.SparseCounts;
import dev.nextcart.training.Progress;
import dev.nextcart.training.net.Torch;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HeadTrainerTest {
    private static final int COUNT = 300;
    private final HeadTrainer trainer = new HeadTrainer(1);

    @BeforeAll
    static void start() {
        Torch.engine(1);
    }

    @Test
    void the_lowest_point_of_a_bowl_is_found() {
        double[] at = {5, -3};

        Lbfgs.minimise(
                (x, gradient) -> {
                    gradient[0] = 2 * (x[0] - 1);
                    gradient[1] = 20 * (x[1] - 2);
                    return Math.pow(x[0] - 1, 2) + 10 * Math.pow(x[1] - 2, 2);
                },
                at);

        assertArrayEquals(new double[] {1, 2}, at, 1e-2);
    }

    @Test
    void each_part_adds_what_it_knows() {
        Examples examples = examples(7, true, true);

        Scores both = judge(examples, trainer::train);
        Scores grams = judge(examples, trainer::baseline);

        assertTrue(both.accuracy() > grams.accuracy(), both + " against " + grams);
        assertTrue(grams.accuracy() > .6, grams.toString());
        assertTrue(both.brier() < grams.brier());
    }

    @Test
    void labels_that_nothing_tells_of_cannot_be_foretold() {
        Scores scores = judge(examples(8, false, false), trainer::train);

        assertEquals(.5, scores.accuracy(), .1);
        assertEquals(.25, scores.brier(), .03);
    }

    @Test
    void the_same_seed_gives_the_same_head() {
        Examples examples = examples(9, true, true);
        int[] all = IntStream.range(0, COUNT).toArray();

        Head one = trainer.train(examples, all);
        Head other = trainer.train(examples, all);

        assertArrayEquals(one.denseWeights(), other.denseWeights());
        assertEquals(one.choice(), other.choice());
    }

    @Test
    void the_majority_is_the_share_of_positives() {
        Examples examples = examples(10, true, true);
        int[] all = IntStream.range(0, COUNT).toArray();
        long positive = IntStream.of(all).filter(i -> examples.labels()[i]).count();

        double probability = HeadTrainer.majority(examples, all).probabilities(examples, all)[0];

        assertEquals(positive / (double) COUNT, probability, .01);
    }

    private static Scores judge(Examples examples, Protocol.Learner learner) {
        return Protocol.folds(5, 1)
                .judge(examples, Map.of("it", learner), Progress.SILENT)
                .values()
                .iterator()
                .next();
    }

    /** Of two signs of the label, one is in the vector and one among the words, each right most of the time. */
    private static Examples examples(long seed, boolean inVector, boolean inWords) {
        Random random = new Random(seed);
        float[][] dense = new float[COUNT][8];
        SparseCounts[] sparse = new SparseCounts[COUNT];
        boolean[] labels = new boolean[COUNT];
        for (int i = 0; i < COUNT; i++) {
            labels[i] = random.nextBoolean();
            for (int k = 0; k < 8; k++) {
                dense[i][k] = (float) random.nextGaussian() * .3f;
            }
            dense[i][0] += inVector ? (labels[i] ? .4f : -.4f) : 0;
            boolean told = random.nextInt(100) < 75 ? labels[i] : !labels[i];
            boolean praised = inWords ? told : random.nextBoolean();
            sparse[i] = SparseCounts.of(NGrams.WORDS, (praised ? "lovely" : "awful") + " thing" + random.nextInt(20));
        }
        return new Examples(dense, sparse, labels);
    }
}
