package dev.nextcart.models.recommend;

import java.util.List;

/** Where each item stands: (history, position) of each, in the order of the histories. Eight bytes per interaction. */
final class Occurrences {
    private final int[] starts;
    private final int[] histories;
    private final int[] positions;

    Occurrences(List<History> all, int catalogue) {
        starts = new int[catalogue + 1];
        for (History history : all) {
            for (int item : history.items()) {
                starts[item + 1]++;
            }
        }
        for (int item = 0; item < catalogue; item++) {
            starts[item + 1] += starts[item];
        }
        histories = new int[starts[catalogue]];
        positions = new int[starts[catalogue]];
        int[] next = starts.clone();
        for (int history = 0; history < all.size(); history++) {
            int[] items = all.get(history).items();
            for (int position = 0; position < items.length; position++) {
                int at = next[items[position]]++;
                histories[at] = history;
                positions[at] = position;
            }
        }
    }

    int start(int item) {
        return starts[item];
    }

    int end(int item) {
        return starts[item + 1];
    }

    int count(int item) {
        return starts[item + 1] - starts[item];
    }

    int history(int at) {
        return histories[at];
    }

    int position(int at) {
        return positions[at];
    }
}
