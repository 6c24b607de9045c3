package dev.nextcart.domain.event;

import java.util.List;
import java.util.Optional;

/** What a shopper did on the site. */
public sealed interface ClickEvent extends ShopEvent {
    ShopperId shopperId();

    @Override
    default Optional<ShopperId> shopper() {
        return Optional.of(shopperId());
    }

    record ProductViewed(Origin origin, ShopperId shopperId, ProductId product, Optional<Category> category)
            implements ClickEvent {}

    /**
     * A product now lies in the cart.
     *
     * @param quantity units of this product in the cart after the click (not those added by it), 1..1,000,000
     */
    record CartItemAdded(
            Origin origin, ShopperId shopperId, ProductId product, int quantity, Optional<Category> category)
            implements ClickEvent {
        public CartItemAdded {
            Rules.range("quantity", quantity, 1, OrderLine.MAX_QUANTITY);
        }
    }

    record CartItemRemoved(Origin origin, ShopperId shopperId, ProductId product) implements ClickEvent {}

    /**
     * A search on the site.
     *
     * @param query what was typed, 1..256 characters
     */
    record SearchPerformed(Origin origin, ShopperId shopperId, String query) implements ClickEvent {
        static final int MAX_QUERY_CHARS = 256;

        public SearchPerformed {
            Rules.text("query", query, 1, MAX_QUERY_CHARS);
        }
    }

    /**
     * A list of recommendations came before the shopper's eyes.
     *
     * @param items what was shown, best first, 1..100
     */
    record RecommendationShown(Origin origin, ShopperId shopperId, String recommendationId, List<ShownItem> items)
            implements ClickEvent {
        static final int MAX_ITEMS = 100;

        public RecommendationShown {
            Rules.id("recommendationId", recommendationId);
            items = Rules.list("items", items, 1, MAX_ITEMS);
        }
    }

    record RecommendationClicked(Origin origin, ShopperId shopperId, String recommendationId, ProductId product)
            implements ClickEvent {
        public RecommendationClicked {
            Rules.id("recommendationId", recommendationId);
        }
    }

    /**
     * One place of a shown list.
     *
     * @param propensityPpm probability with which the policy chose to show this item here, in parts per million,
     *     1..1,000,000 (an integer, so that no reader rounds it differently)
     */
    record ShownItem(ProductId product, int propensityPpm) {
        static final int MILLION = 1_000_000;

        public ShownItem {
            Rules.range("propensityPpm", propensityPpm, 1, MILLION);
        }
    }
}
