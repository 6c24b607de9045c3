package dev.nextcart.inference;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A shopper did something with an item.
 *
 * @param itemId 1..128 characters; a model may not know it, and passes over it then
 * @param occurredAt UTC; absent where only the order is known
 */
public record Interaction(String itemId, Action action, Optional<Instant> occurredAt) {
    /** From the weakest to the strongest sign of interest. On the wire: the name in lower case. */
    public enum Action {
        VIEWED,
        CARTED,
        BOUGHT;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Interaction {
        Rules.id("itemId", itemId);
    }

    /** A purchase of which only the order is known. */
    public static Interaction bought(String itemId) {
        return new Interaction(itemId, Action.BOUGHT, Optional.empty());
    }
}
