package dev.nextcart.training.recommend;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.Arrays;

/**
 * Cross entropy of the next item, over candidates that stand for the whole catalogue. The log of the sum is made in pieces:
 * its gradient is known (probabilities times the other factor), so no [targets, candidates] array has to live until the
 * backward pass, and each piece stays in the processor's cache.
 */
final class CatalogueSoftmax {
    /** 12 MB: within the last cache, and below the 32 MB from which malloc gives memory back at each free. */
    private static final long PIECE_FLOATS = 3_000_000;

    private final float labelSmoothing;

    /**
     * @param labelSmoothing the share of the target spread evenly over the candidates
     */
    CatalogueSoftmax(float labelSmoothing) {
        this.labelSmoothing = labelSmoothing;
    }

    /**
     * @param surrogate a scalar whose gradient is the loss's
     * @param loss mean over the targets, nats
     */
    record Loss(NDArray surrogate, double loss) {}

    /**
     * @param hidden [targets, width], as all arrays that come here owned by the manager
     * @param items [items, width]
     */
    Loss of(NDManager manager, NDArray hidden, NDArray items, Candidates candidates) {
        NDArray table = candidates.all() ? items : rows(manager.create(candidates.items()), items);
        NDArray right =
                hidden.mul(rows(manager.create(candidates.labels()), table)).sum();
        NDArray sums = manager.zeros(hidden.getShape());
        NDArray toTable = manager.zeros(table.getShape());
        double loss = pieces(manager, hidden, table, candidates, sums, toTable);
        NDArray surrogate = hidden.mul(sums).sum().add(toTable.mul(table).sum());
        surrogate = surrogate.sub(right.mul(1 - labelSmoothing));
        if (labelSmoothing > 0) {
            NDArray mean = toTable.zerosLike().add(table).mean(new int[] {0});
            surrogate = surrogate.sub(hidden.mul(mean).sum().mul(labelSmoothing));
        }
        int count = candidates.labels().length;
        return new Loss(surrogate.div(count), loss / count);
    }

    private static double pieces(
            NDManager manager, NDArray hidden, NDArray table, Candidates candidates, NDArray sums, NDArray toTable) {
        NDArray fixedHidden = detached(manager, hidden);
        NDArray fixedTable = detached(manager, table);
        NDArray offsets = manager.create(candidates.offsets());
        long[] labels = candidates.labels();
        int rows = (int) Math.max(1, PIECE_FLOATS / table.getShape().get(0));
        double loss = 0;
        for (int from = 0; from < labels.length; from += rows) {
            int to = Math.min(labels.length, from + rows);
            NDIndex range = new NDIndex("{}:{}", from, to);
            try (NDManager piece = manager.newSubManager()) {
                NDArray part = fixedHidden.get(piece, range);
                NDArray turned = fixedTable.transpose();
                turned.attach(piece);
                NDArray probabilities = part.matMul(turned).addi(offsets).softmax(1);
                sums.set(range, probabilities.matMul(fixedTable));
                toTable.addi(probabilities.transpose().matMul(part));
                NDArray own = piece.create(Arrays.copyOfRange(labels, from, to), new Shape(to - from, 1));
                loss -= probabilities.gather(own, 1).log().sum().getFloat();
            }
        }
        return loss;
    }

    private static NDArray detached(NDManager manager, NDArray array) {
        NDArray detached = array.stopGradient();
        detached.attach(manager);
        return detached;
    }

    private static NDArray rows(NDArray indices, NDArray table) {
        return indices.getNDArrayInternal()
                .embedding(indices, table, SparseFormat.DENSE)
                .singletonOrThrow();
    }
}
