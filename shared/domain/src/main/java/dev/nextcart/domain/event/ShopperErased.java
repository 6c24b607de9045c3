package dev.nextcart.domain.event;

import java.util.Optional;

/**
 * A shopper is to be forgotten. No profile counts it: it ends them. Its event id must not name the shopper; it is not
 * kept, but senders and their logs may.
 *
 * @param reason why, for whoever reads it on its way, 1..{@value #MAX_REASON_CHARS} characters; never kept
 */
public record ShopperErased(Origin origin, ShopperId shopperId, Optional<String> reason) implements ShopEvent {
    static final int MAX_REASON_CHARS = 256;

    public ShopperErased {
        reason.ifPresent(text -> Rules.text("reason", text, 1, MAX_REASON_CHARS));
    }

    @Override
    public Optional<ShopperId> shopper() {
        return Optional.of(shopperId);
    }
}
