package dev.nextcart.training.recommend;

import dev.nextcart.models.recommend.History;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Cuts histories into batches of about the same number of targets, each of sequences of nearly one length, so that hardly
 * any padding is computed.
 */
final class Batches {
    private final List<History> windows;
    private final int targets;

    /**
     * @param maxLength longer histories are cut into windows of this many targets, each item predicted once
     * @param targets per batch, about
     */
    Batches(List<History> histories, int maxLength, int targets) {
        this.windows = windows(histories, maxLength);
        this.targets = targets;
    }

    private static List<History> windows(List<History> histories, int maxLength) {
        List<History> windows = new ArrayList<>();
        for (History history : histories) {
            for (int end = history.size(); end > 1; end -= maxLength) {
                windows.add(history.part(Math.max(0, end - maxLength - 1), end));
            }
        }
        return windows;
    }

    /** All of them once, in an order and a grouping that the seed gives. */
    List<Batch> epoch(long seed) {
        Random random = new Random(seed);
        List<History> shuffled = new ArrayList<>(windows);
        Collections.shuffle(shuffled, random);
        shuffled.sort(Comparator.comparingInt(History::size)); // stable: shuffled within a length
        List<Batch> batches = new ArrayList<>();
        List<History> group = new ArrayList<>();
        int size = 0;
        for (History window : shuffled) {
            group.add(window);
            size += window.size() - 1;
            if (size >= targets) {
                batches.add(Batch.of(group));
                group.clear();
                size = 0;
            }
        }
        if (!group.isEmpty()) {
            batches.add(Batch.of(group));
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    int windows() {
        return windows.size();
    }
}
