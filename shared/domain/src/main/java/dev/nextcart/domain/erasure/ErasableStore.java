package dev.nextcart.domain.erasure;

import dev.nextcart.domain.event.ShopperId;

/**
 * A place that may name a shopper, and can forget one. Every method throws
 * {@link dev.nextcart.domain.event.StoreBusyException} when the place is out of reach; the erasure then comes back and
 * walks all stores again.
 */
public interface ErasableStore {
    /** What the receipt calls this place: {@code late-events}, say. Never changes, never twice in one walk. */
    String name();

    /** How many things of this shopper lie here now: strongly consistent, changing nothing. */
    long count(ShopperId shopper);

    /** Forgets them all. Durable when it returns; erasing again, or after a crash half way, is safe and finishes it. */
    void erase(ShopperId shopper);

    /**
     * A query that an operator can run as it stands, and that then finds nothing. It may have to name the shopper, so
     * it is shown and never stored.
     */
    String proof(ShopperId shopper);
}
