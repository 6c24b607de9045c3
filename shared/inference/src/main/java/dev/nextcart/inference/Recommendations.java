package dev.nextcart.inference;

import java.util.List;
import java.util.Locale;

/**
 * Items, the best first.
 *
 * @param unknown how many interactions of the history were of items that the model does not know
 */
public record Recommendations(List<Recommended> items, String method, int unknown) implements Answer {
    public Recommendations {
        items = List.copyOf(items);
        Rules.notBlank("method", method);
    }

    /**
     * @param score higher is better; comparable within one answer only
     */
    public record Recommended(String itemId, double score, Reason reason) {
        public Recommended {
            Rules.id("itemId", itemId);
            Rules.finite("score", score);
        }
    }

    /**
     * Why an item is there.
     *
     * @param itemIds the items of the history that speak for it, the strongest first; none for {@code POPULAR}
     */
    public record Reason(Kind kind, List<String> itemIds) {
        /** On the wire: lower case, words joined by hyphens. */
        public enum Kind {
            /** Shoppers went on to it after these items. */
            AFTER,
            /** It is often with these items in one shopper's history. */
            OFTEN_WITH,
            /** The sequence as a whole leads to it; these items weigh most. */
            SEQUENCE,
            /** What is written about it is like what is written about these. */
            SIMILAR_TEXT,
            /** Many shoppers want it; nothing in this history speaks for it. */
            POPULAR;

            public String wireName() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        public Reason {
            itemIds = List.copyOf(itemIds);
        }
    }

    @Override
    public Task task() {
        return Task.RECOMMEND;
    }
}
