package dev.nextcart.training.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.nextcart.training.net.Torch;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogueSoftmaxTest {
    private static final long[] TARGETS = {0, 3, 3, 1};

    @BeforeAll
    static void engine() {
        Torch.engine(1);
    }

    @Test
    void loss_and_gradients_are_those_of_the_plain_formula() {
        try (NDManager manager = Torch.manager()) {
            NDArray hidden = random(manager, 1, TARGETS.length, 2);
            NDArray table = random(manager, 2, 5, 2);
            double loss;
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                CatalogueSoftmax.Loss made =
                        new CatalogueSoftmax(0).of(manager, hidden, table, Candidates.everything(5, TARGETS));
                collector.backward(made.surrogate());
                loss = made.loss();
            }
            float[] toHidden = hidden.getGradient().toFloatArray();
            float[] toTable = table.getGradient().toFloatArray();
            hidden.getGradient().muli(0);
            table.getGradient().muli(0);

            NDArray plain;
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray own = manager.create(TARGETS, new Shape(TARGETS.length, 1));
                plain = hidden.matMul(table.transpose())
                        .logSoftmax(1)
                        .gather(own, 1)
                        .mean()
                        .neg();
                collector.backward(plain);
            }

            assertEquals(plain.getFloat(), loss, 1e-5);
            assertArrayEquals(hidden.getGradient().toFloatArray(), toHidden, 1e-5f);
            assertArrayEquals(table.getGradient().toFloatArray(), toTable, 1e-5f);
        }
    }

    @Test
    void sampled_candidates_stand_for_the_whole_catalogue() {
        Candidates candidates = Candidates.sample(1_000, TARGETS, 100, new SplittableRandom(1));

        assertEquals(103, Arrays.stream(candidates.items()).distinct().count());
        for (int index = 0; index < TARGETS.length; index++) {
            assertEquals(TARGETS[index], candidates.items()[(int) candidates.labels()[index]]);
        }
        double represented = 0;
        for (float offset : candidates.offsets()) {
            represented += Math.exp(offset);
        }
        assertEquals(1_000, represented, 1e-2);
    }

    @Test
    void more_candidates_than_there_are_items_are_all_items_once() {
        Candidates candidates = Candidates.sample(6, TARGETS, 100, new SplittableRandom(1));

        assertArrayEquals(
                new long[] {0, 1, 2, 3, 4, 5},
                Arrays.stream(candidates.items()).sorted().toArray());
        assertArrayEquals(new float[6], candidates.offsets());
    }

    private static NDArray random(NDManager manager, long seed, int rows, int columns) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * columns];
        for (int index = 0; index < values.length; index++) {
            values[index] = (float) random.nextGaussian();
        }
        NDArray array = manager.create(values, new Shape(rows, columns));
        array.setRequiresGradient(true);
        return array;
    }
}
