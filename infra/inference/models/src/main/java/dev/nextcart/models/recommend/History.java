package dev.nextcart.models.recommend;

import java.util.Arrays;

/**
 * A shopper's interactions as numbers, oldest first.
 *
 * @param items places in the catalogue, from 0
 * @param actions per item, an action's {@link Actions number}
 * @param gaps per item, the {@link Gaps bucket} of the time since the one before
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, not copied; nobody compares them
public record History(int[] items, int[] actions, int[] gaps) {
    public History {
        if (actions.length != items.length || gaps.length != items.length) {
            throw new IllegalArgumentException(
                    items.length + " items, " + actions.length + " actions, " + gaps.length + " gaps");
        }
    }

    /** Purchases of which only the order is known. */
    public static History bought(int... items) {
        int[] actions = new int[items.length];
        Arrays.fill(actions, Actions.BOUGHT);
        return new History(items, actions, new int[items.length]);
    }

    public int size() {
        return items.length;
    }

    public int last() {
        return items[items.length - 1];
    }

    /** From the given place (inclusive) to another (exclusive). */
    public History part(int from, int to) {
        return new History(
                Arrays.copyOfRange(items, from, to),
                Arrays.copyOfRange(actions, from, to),
                Arrays.copyOfRange(gaps, from, to));
    }

    /** The newest ones. */
    public History newest(int count) {
        return size() <= count ? this : part(size() - count, size());
    }
}
