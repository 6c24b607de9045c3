package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.ReviewEvent;
import dev.nextcart.domain.event.ReviewEvent.ReviewPosted;
import dev.nextcart.domain.event.ReviewEvent.ReviewRemoved;

/**
 * Reviews over the shopper's whole life. Sums, so order cannot show: a removal that arrives before its review makes
 * the difference negative for a while.
 *
 * @param posted reviews written
 * @param postedStars sum of their ratings, 1..5 each
 * @param removed reviews taken back
 * @param removedStars sum of the ratings taken back
 */
public record Reviews(long posted, long postedStars, long removed, long removedStars) {
    static final Reviews NONE = new Reviews(0, 0, 0, 0);

    /** Reviews standing. */
    public long count() {
        return posted - removed;
    }

    /** Sum of the ratings standing. */
    public long stars() {
        return postedStars - removedStars;
    }

    Reviews with(ReviewEvent event) {
        return switch (event) {
            case ReviewPosted review -> new Reviews(posted + 1, postedStars + review.rating(), removed, removedStars);
            case ReviewRemoved review -> new Reviews(posted, postedStars, removed + 1, removedStars + review.rating());
        };
    }
}
