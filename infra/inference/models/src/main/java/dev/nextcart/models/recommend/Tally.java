package dev.nextcart.models.recommend;

/** Sums per item that remember which items they have, so that clearing costs what was touched and not the catalogue. */
final class Tally {
    private final float[] weights;
    private final int[] touched;
    private int size;

    Tally(int catalogue) {
        weights = new float[catalogue];
        touched = new int[catalogue];
    }

    /** Adds a positive weight. */
    void add(int item, float weight) {
        if (weights[item] == 0) {
            touched[size++] = item;
        }
        weights[item] += weight;
    }

    void scale(float factor) {
        for (int index = 0; index < size; index++) {
            weights[touched[index]] *= factor;
        }
    }

    float[] weights() {
        return weights;
    }

    /** The items that have a weight: the first {@link #size} entries. */
    int[] touched() {
        return touched;
    }

    int size() {
        return size;
    }

    void clear() {
        for (int index = 0; index < size; index++) {
            weights[touched[index]] = 0;
        }
        size = 0;
    }
}
