package dev.nextcart.training.sentiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.nextcart.training.net.Torch;
import java.util.Arrays;

/** Examples as rows of numbers, multiplied by DJL's PyTorch engine in single precision. */
final class DenseScorer implements Logistic.Scorer, AutoCloseable {
    private final NDManager manager = Torch.manager();
    private final NDArray rows;
    private final NDArray columns;
    private final int width;

    /**
     * @param vectors of all examples
     * @param members those that count here
     */
    DenseScorer(float[][] vectors, int[] members) {
        width = members.length == 0 ? 0 : vectors[members[0]].length;
        float[] all = new float[members.length * width];
        for (int i = 0; i < members.length; i++) {
            System.arraycopy(vectors[members[i]], 0, all, i * width, width);
        }
        rows = manager.create(all, new Shape(members.length, width));
        columns = rows.transpose();
    }

    @Override
    public int weights() {
        return width;
    }

    @Override
    public double[] scores(double[] weights) {
        return product(rows, weights, width);
    }

    @Override
    public void gradient(double[] errors, double[] into) {
        System.arraycopy(product(columns, errors, errors.length), 0, into, 0, width);
    }

    private double[] product(NDArray matrix, double[] vector, int length) {
        float[] narrow = new float[length];
        for (int i = 0; i < length; i++) {
            narrow[i] = (float) vector[i];
        }
        try (NDManager scratch = manager.newSubManager()) {
            NDArray factor = scratch.create(narrow, new Shape(length, 1));
            NDArray product = matrix.matMul(factor);
            product.attach(scratch);
            float[] values = product.toFloatArray();
            double[] wide = new double[values.length];
            Arrays.setAll(wide, i -> values[i]);
            return wide;
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
