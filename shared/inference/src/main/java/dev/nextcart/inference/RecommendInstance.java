package dev.nextcart.inference;

import java.util.List;
import java.util.Set;

/**
 * What would this shopper want next?
 *
 * @param history oldest first, 0..{@value #MAX_HISTORY}; empty is answered by what is popular
 * @param k how many items are wanted, 1..{@value #MAX_K}; fewer come if filters leave fewer
 * @param exclude items not to recommend, at most {@value #MAX_EXCLUDED}; unknown ones do no harm
 * @param excludeSeen also not those of the history
 * @param newItems at most {@value #MAX_NEW_ITEMS}
 */
public record RecommendInstance(
        List<Interaction> history, int k, Set<String> exclude, boolean excludeSeen, List<NewItem> newItems)
        implements Instance {
    public static final int MAX_HISTORY = 2_000;
    public static final int MAX_K = 500;
    public static final int MAX_EXCLUDED = 10_000;
    public static final int MAX_NEW_ITEMS = 100;
    public static final int DEFAULT_K = 10;

    public RecommendInstance {
        history = Rules.list("history", history, 0, MAX_HISTORY);
        Rules.range("k", k, 1, MAX_K);
        Rules.range("exclude.size", exclude.size(), 0, MAX_EXCLUDED);
        exclude = Set.copyOf(exclude);
        newItems = Rules.list("newItems", newItems, 0, MAX_NEW_ITEMS);
    }

    @Override
    public Task task() {
        return Task.RECOMMEND;
    }
}
