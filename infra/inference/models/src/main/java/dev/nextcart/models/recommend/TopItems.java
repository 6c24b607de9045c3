package dev.nextcart.models.recommend;

import java.util.Arrays;

/** Keeps the best of many scored items in a heap, the worst kept one on top: one comparison for most items. */
public final class TopItems {
    private final int[] items;
    private final float[] scores;
    private int size;

    public TopItems(int count) {
        items = new int[count];
        scores = new float[count];
    }

    public void offer(int item, float score) {
        if (size < items.length) {
            up(size++, item, score);
        } else if (size > 0 && score > scores[0]) {
            down(item, score);
        }
    }

    /** Whether a score would be kept. */
    public boolean wants(float score) {
        return size < items.length || (size > 0 && score > scores[0]);
    }

    private void up(int from, int item, float score) {
        int at = from;
        while (at > 0 && score < scores[(at - 1) / 2]) {
            items[at] = items[(at - 1) / 2];
            scores[at] = scores[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        items[at] = item;
        scores[at] = score;
    }

    private void down(int item, float score) {
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && scores[child + 1] < scores[child]) {
                child++;
            }
            if (score <= scores[child]) {
                break;
            }
            items[at] = items[child];
            scores[at] = scores[child];
            at = child;
            child = 2 * at + 1;
        }
        items[at] = item;
        scores[at] = score;
    }

    /** The kept ones, the best first; of equals the smaller number. */
    public int[] best() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, index -> index);
        Arrays.sort(order, (left, right) -> {
            int byScore = Float.compare(scores[right], scores[left]);
            return byScore != 0 ? byScore : Integer.compare(items[left], items[right]);
        });
        int[] best = new int[size];
        Arrays.setAll(best, index -> items[order[index]]);
        return best;
    }
}
