package dev.nextcart.training.recommend;

import dev.nextcart.models.recommend.History;
import java.util.List;

/**
 * Sequences of about one length, padded at the end with item 0: causal attention never looks there.
 *
 * @param rows sequences
 * @param length of the longest
 * @param items [rows, length], row-major, as the two after it
 * @param places where targets are predicted from: row * length + position, ascending
 * @param targets the item that came next, one per place
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, not copied; nobody compares them
record Batch(int rows, int length, long[] items, long[] actions, long[] gaps, long[] places, long[] targets) {
    /** Every item but the last predicts the one after it. */
    static Batch of(List<History> histories) {
        int length = histories.stream().mapToInt(History::size).max().orElse(1) - 1;
        int targets = histories.stream().mapToInt(history -> history.size() - 1).sum();
        Batch batch = empty(histories.size(), length, targets);
        int next = 0;
        for (int row = 0; row < histories.size(); row++) {
            History history = histories.get(row);
            batch.put(row, history, history.size() - 1);
            for (int position = 0; position < history.size() - 1; position++) {
                batch.places[next] = (long) row * length + position;
                batch.targets[next++] = history.items()[position + 1];
            }
        }
        return batch;
    }

    /** Only what comes after the last item is asked; the targets are left at 0. */
    static Batch asking(List<History> histories) {
        int length = histories.stream().mapToInt(History::size).max().orElse(1);
        Batch batch = empty(histories.size(), length, histories.size());
        for (int row = 0; row < histories.size(); row++) {
            History history = histories.get(row);
            batch.put(row, history, history.size());
            batch.places[row] = (long) row * length + history.size() - 1;
        }
        return batch;
    }

    private static Batch empty(int rows, int length, int targets) {
        int cells = Math.multiplyExact(rows, length);
        return new Batch(
                rows, length, new long[cells], new long[cells], new long[cells], new long[targets], new long[targets]);
    }

    private void put(int row, History history, int count) {
        for (int position = 0; position < count; position++) {
            int cell = row * length + position;
            items[cell] = history.items()[position];
            actions[cell] = history.actions()[position];
            gaps[cell] = history.gaps()[position];
        }
    }
}
