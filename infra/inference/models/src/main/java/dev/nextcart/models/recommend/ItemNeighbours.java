package dev.nextcart.models.recommend;

import java.util.List;

/**
 * What is bought by the same shoppers: cosine of the items' shopper sets, damped for rare items (Sarwar et al., "Item-based
 * Collaborative Filtering", 2001).
 */
public final class ItemNeighbours {
    /** Longer histories say less of each pair and cost the square of their length. */
    private static final int MAX_HISTORY = 200;

    private ItemNeighbours() {}

    public static Neighbours learn(List<History> histories, int catalogue, int perItem) {
        List<History> newest =
                histories.stream().map(each -> each.newest(MAX_HISTORY)).toList();
        Occurrences occurrences = new Occurrences(newest, catalogue);
        Neighbours.Rows rows = new Neighbours.Rows(catalogue, perItem);
        Tally tally = new Tally(catalogue);
        for (int item = 0; item < catalogue; item++) {
            tally.clear();
            int last = -1;
            for (int at = occurrences.start(item); at < occurrences.end(item); at++) {
                if (occurrences.history(at) == last) {
                    continue; // an item bought twice is one shopper's still
                }
                last = occurrences.history(at);
                for (int other : newest.get(last).items()) {
                    if (other != item) {
                        tally.add(other, 1);
                    }
                }
            }
            for (int index = 0; index < tally.size(); index++) {
                int other = tally.touched()[index];
                tally.weights()[other] /=
                        (float) Math.sqrt((double) occurrences.count(item) * occurrences.count(other));
            }
            rows.add(tally.touched(), tally.size(), tally.weights());
        }
        return rows.build();
    }
}
