package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.ClickEvent.SearchPerformed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What the shopper searched for: a count, and the newest {@value #KEPT} by (at, query), a newest-k list, so order
 * cannot show.
 *
 * @param count searches ever
 * @param newest newest first, at most {@value #KEPT}
 */
public record Searches(long count, List<Search> newest) {
    public static final int KEPT = 10;

    /** Characters of a query that are kept. */
    public static final int MAX_QUERY_CHARS = 64;

    static final Searches NONE = new Searches(0, List.of());
    private static final Comparator<Search> ORDER =
            Comparator.comparing(Search::at).thenComparing(Search::query);

    public Searches {
        newest = List.copyOf(newest);
    }

    /** One search, its query cut to {@value #MAX_QUERY_CHARS} characters. */
    public record Search(Instant at, String query) {}

    Searches with(SearchPerformed event) {
        Search search = new Search(event.occurredAt(), cut(event.query()));
        return new Searches(count + 1, Newest.merge(newest, List.of(search), KEPT, ORDER));
    }

    private static String cut(String query) {
        int chars = query.codePointCount(0, query.length());
        return chars <= MAX_QUERY_CHARS ? query : query.substring(0, query.offsetByCodePoints(0, MAX_QUERY_CHARS));
    }
}
