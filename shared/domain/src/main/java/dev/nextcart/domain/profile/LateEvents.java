package dev.nextcart.domain.profile;

import dev.nextcart.domain.event.ShopEvent;

/** Where events wait that came too late to tell whether they are repeats, for a rebuild to merge. */
public interface LateEvents {
    /**
     * Durable when it returns; setting the same event aside again changes nothing.
     *
     * @return false if its shopper is erased: then nothing was set down
     * @throws dev.nextcart.domain.event.StoreBusyException when it could not be set down
     */
    boolean setAside(ShopEvent event);
}
