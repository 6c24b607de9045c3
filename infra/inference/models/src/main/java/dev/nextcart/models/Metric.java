package dev.nextcart.models;

import java.util.Comparator;

/**
 * The figure that decides between versions of a task.
 *
 * @param name as in the card's metrics, such as {@code NDCG@10}
 * @param higherIsBetter false for errors
 */
public record Metric(String name, boolean higherIsBetter) {
    public static Metric higher(String name) {
        return new Metric(name, true);
    }

    public static Metric lower(String name) {
        return new Metric(name, false);
    }

    /** Strictly better; nothing is better than NaN but what is none. */
    public boolean isBetter(double value, double than) {
        if (Double.isNaN(value)) {
            return false;
        }
        return Double.isNaN(than) || (higherIsBetter ? value > than : value < than);
    }

    /** The best first, NaN last. */
    public Comparator<Double> bestFirst() {
        return (left, right) -> isBetter(left, right) ? -1 : isBetter(right, left) ? 1 : 0;
    }
}
