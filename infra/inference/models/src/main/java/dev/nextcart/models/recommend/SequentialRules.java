package dev.nextcart.models.recommend;

import java.util.List;

/**
 * What came soon after what: each pair of a sequence adds 1/distance to the rule from the earlier to the later item (SR of
 * Ludewig and Jannach, "Evaluation of Session-based Recommendation Algorithms", 2018, section 3.1).
 */
public final class SequentialRules {
    /** Theirs: pairs further apart say little. */
    public static final int MAX_DISTANCE = 10;

    private SequentialRules() {}

    /** Rows sum to at most 1: a rule's weight is its share of all that followed the item. */
    public static Neighbours learn(List<History> histories, int catalogue, int perItem) {
        Occurrences occurrences = new Occurrences(histories, catalogue);
        Neighbours.Rows rows = new Neighbours.Rows(catalogue, perItem);
        Tally tally = new Tally(catalogue);
        for (int item = 0; item < catalogue; item++) {
            tally.clear();
            float total = 0;
            for (int at = occurrences.start(item); at < occurrences.end(item); at++) {
                int[] items = histories.get(occurrences.history(at)).items();
                int from = occurrences.position(at);
                for (int to = from + 1; to < Math.min(items.length, from + 1 + MAX_DISTANCE); to++) {
                    if (items[to] != item) {
                        tally.add(items[to], 1f / (to - from));
                        total += 1f / (to - from);
                    }
                }
            }
            tally.scale(1 / Math.max(total, Float.MIN_NORMAL));
            rows.add(tally.touched(), tally.size(), tally.weights());
        }
        return rows.build();
    }
}
