package dev.nextcart.domain.event;

import java.time.Instant;
import java.util.Optional;

/** One fact about the shop. Closed: a new kind breaks the build wherever it has to be thought about. */
public sealed interface ShopEvent permits OrderEvent, ReviewEvent, ClickEvent, ProductChanged, ShopperErased {
    Origin origin();

    /**
     * Whose profile this belongs to; empty for a guest's order, which counts in the sales ledger only, and for what is
     * nobody's act.
     */
    Optional<ShopperId> shopper();

    default String eventId() {
        return origin().eventId();
    }

    default Instant occurredAt() {
        return origin().occurredAt();
    }

    /** The way this kind of event comes in; each that a profile counts has its own memory there. */
    default Stream stream() {
        return switch (this) {
            case OrderEvent order -> Stream.ORDERS;
            case ReviewEvent review -> Stream.REVIEWS;
            case ClickEvent click -> Stream.CLICKS;
            case ProductChanged changed -> Stream.CATALOGUE;
            case ShopperErased erased -> Stream.PRIVACY;
        };
    }

    /** Ways in. */
    enum Stream {
        ORDERS,
        REVIEWS,
        CLICKS,
        CATALOGUE,
        PRIVACY
    }
}
