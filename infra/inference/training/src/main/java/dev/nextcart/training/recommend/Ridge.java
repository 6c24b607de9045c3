package dev.nextcart.training.recommend;

import dev.nextcart.models.recommend.TextMap;
import java.util.List;

/**
 * Fits the map from text embeddings to item vectors by ridge regression (Hoerl and Kennard, 1970), the penalty chosen on a
 * fifth of the items held out.
 */
final class Ridge {
    private static final double[] PENALTIES = {0.03, 0.1, 0.3, 1, 3, 10, 30};
    private static final int FOLDS = 5;

    private Ridge() {}

    /**
     * @param texts the embeddings, one per item
     * @param items the vectors they shall map to
     */
    static TextMap fit(List<float[]> texts, List<float[]> items) {
        double best = PENALTIES[0];
        double least = Double.POSITIVE_INFINITY;
        for (double penalty : PENALTIES) {
            double error = error(solve(texts, items, penalty, true), texts, items);
            if (error < least) {
                least = error;
                best = penalty;
            }
        }
        return solve(texts, items, best, false);
    }

    private static double error(TextMap map, List<float[]> texts, List<float[]> items) {
        double error = 0;
        for (int item = 0; item < texts.size(); item += FOLDS) {
            float[] mapped = map.item(texts.get(item));
            for (int column = 0; column < mapped.length; column++) {
                error += Math.pow(mapped[column] - items.get(item)[column], 2);
            }
        }
        return error;
    }

    /** Normal equations by Cholesky; the last row, added to all, is not penalised. */
    private static TextMap solve(List<float[]> texts, List<float[]> items, double penalty, boolean heldOut) {
        int from = texts.getFirst().length + 1;
        int to = items.getFirst().length;
        double[][] squares = new double[from][from];
        double[][] right = new double[from][to];
        for (int item = 0; item < texts.size(); item++) {
            if (!heldOut || item % FOLDS != 0) {
                add(texts.get(item), items.get(item), squares, right);
            }
        }
        for (int row = 0; row < from; row++) {
            squares[row][row] += row < from - 1 ? penalty : 1e-6;
            for (int column = 0; column < row; column++) {
                squares[row][column] = squares[column][row];
            }
        }
        Cholesky.solve(squares, right);
        float[] matrix = new float[from * to];
        for (int row = 0; row < from; row++) {
            for (int column = 0; column < to; column++) {
                matrix[row * to + column] = (float) right[row][column];
            }
        }
        return new TextMap(matrix, to);
    }

    private static void add(float[] text, float[] item, double[][] squares, double[][] right) {
        for (int row = 0; row <= text.length; row++) {
            double value = row < text.length ? text[row] : 1;
            for (int column = row; column <= text.length; column++) {
                squares[row][column] += value * (column < text.length ? text[column] : 1);
            }
            for (int column = 0; column < item.length; column++) {
                right[row][column] += value * item[column];
            }
        }
    }
}
