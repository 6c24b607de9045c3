package dev.nextcart.models.recommend;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * For each item the items that it speaks for, the heaviest first: one row of a sparse matrix each.
 *
 * @param starts where each row begins in the other two; one longer than the catalogue
 * @param items the neighbours, row after row
 * @param weights theirs, finite and above 0
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, not copied; nobody compares them
public record Neighbours(int[] starts, int[] items, float[] weights) {
    public int catalogue() {
        return starts.length - 1;
    }

    public int start(int item) {
        return starts[item];
    }

    public int end(int item) {
        return starts[item + 1];
    }

    /** The weight that {@code from} gives {@code to}; 0 if it is no neighbour. */
    public float weight(int from, int to) {
        for (int at = starts[from]; at < starts[from + 1]; at++) {
            if (items[at] == to) {
                return weights[at];
            }
        }
        return 0;
    }

    /** Adds a row, times a factor, to scores of the whole catalogue. */
    public void add(int item, float factor, float[] scores) {
        for (int at = starts[item]; at < starts[item + 1]; at++) {
            scores[items[at]] += factor * weights[at];
        }
    }

    /** Collects rows, one item after the other. */
    static final class Rows {
        private final int perRow;
        private final int[] starts;
        private int[] items = new int[1024];
        private float[] weights = new float[1024];
        private int row;

        Rows(int catalogue, int perRow) {
            this.perRow = perRow;
            this.starts = new int[catalogue + 1];
        }

        /** The next item's row: the heaviest of the given candidates; ties go to the smaller number, so that files repeat. */
        void add(int[] candidates, int count, float[] weightOf) {
            int[] best = heaviest(candidates, count, weightOf);
            int at = starts[row];
            if (at + best.length > items.length) {
                int grown = Math.max(at + best.length, items.length + (items.length >> 1));
                items = Arrays.copyOf(items, grown);
                weights = Arrays.copyOf(weights, grown);
            }
            for (int item : best) {
                items[at] = item;
                weights[at++] = weightOf[item];
            }
            starts[++row] = at;
        }

        private int[] heaviest(int[] candidates, int count, float[] weightOf) {
            long[] keys = new long[count];
            for (int index = 0; index < count; index++) {
                // Weights are positive, so their bits sort as they do; inverted, the heaviest comes first.
                long inverted = (long) Integer.MAX_VALUE - Float.floatToIntBits(weightOf[candidates[index]]);
                keys[index] = inverted << Integer.SIZE | candidates[index];
            }
            Arrays.sort(keys);
            IntUnaryOperator item = index -> (int) keys[index];
            int kept = Math.min(count, perRow);
            int[] best = new int[kept];
            Arrays.setAll(best, item);
            return best;
        }

        Neighbours build() {
            return new Neighbours(starts, Arrays.copyOf(items, starts[row]), Arrays.copyOf(weights, starts[row]));
        }
    }
}
