package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.ClickEvent;
import dev.nextcart.domain.event.ClickEvent.RecommendationClicked;
import dev.nextcart.domain.event.ClickEvent.RecommendationShown;

/**
 * How recommendations fared. Counts, so order cannot show.
 *
 * @param shown lists shown
 * @param itemsShown products on them
 * @param clicked clicks on them
 */
public record Recommendations(long shown, long itemsShown, long clicked) {
    static final Recommendations NONE = new Recommendations(0, 0, 0);

    Recommendations with(ClickEvent event) {
        return switch (event) {
            case RecommendationShown list ->
                new Recommendations(shown + 1, itemsShown + list.items().size(), clicked);
            case RecommendationClicked click -> new Recommendations(shown, itemsShown, clicked + 1);
            default -> this;
        };
    }
}
