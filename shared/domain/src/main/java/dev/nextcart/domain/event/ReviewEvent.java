package dev.nextcart.domain.event;

import java.util.Optional;

/** What a shopper said of a product. */
public sealed interface ReviewEvent extends ShopEvent {
    int MIN_RATING = 1;
    int MAX_RATING = 5;

    /** Longest review text kept, in characters. */
    int MAX_TEXT_CHARS = 20_000;

    ShopperId shopperId();

    ProductId product();

    /** Stars, 1..5. */
    int rating();

    @Override
    default Optional<ShopperId> shopper() {
        return Optional.of(shopperId());
    }

    /**
     * A review as it was written.
     *
     * @param text the review, 0..20,000 characters
     * @param language BCP 47 tag, if the sender knows it, at most 35 characters
     */
    record ReviewPosted(
            Origin origin,
            ShopperId shopperId,
            String reviewId,
            ProductId product,
            int rating,
            String text,
            Optional<String> language)
            implements ReviewEvent {
        static final int MAX_LANGUAGE_CHARS = 35;

        public ReviewPosted {
            Rules.id("reviewId", reviewId);
            Rules.range("rating", rating, MIN_RATING, MAX_RATING);
            Rules.text("text", text, 0, MAX_TEXT_CHARS);
            language.ifPresent(tag -> Rules.text("language", tag, 1, MAX_LANGUAGE_CHARS));
        }
    }

    /** A review taken back; it repeats the rating it takes back, so that counting it needs no look-up. */
    record ReviewRemoved(Origin origin, ShopperId shopperId, String reviewId, ProductId product, int rating)
            implements ReviewEvent {
        public ReviewRemoved {
            Rules.id("reviewId", reviewId);
            Rules.range("rating", rating, MIN_RATING, MAX_RATING);
        }
    }
}
