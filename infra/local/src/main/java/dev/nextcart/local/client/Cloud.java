package dev.nextcart.local.client;

import dev.nextcart.domain.event.ShopperKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A running cloud, as far as senders need it. Methods throw {@link CloudUnreachableException}. */
public interface Cloud {
    /** Most events of one {@link #send}: a limit of the control API. */
    int MAX_BATCH_EVENTS = 500;

    /** Hands events in, at most {@link #MAX_BATCH_EVENTS}; journalled when it returns. One receipt each, in order. */
    List<Receipt> send(List<String> events);

    CloudStatus status();

    /**
     * Kills one live function process.
     *
     * @param seed picks which
     * @return name of the function whose process died; empty if none was alive
     */
    Optional<String> killFunction(long seed);

    /**
     * Takes erased shoppers out of the journal, and keeps out what is still handed in of them.
     *
     * @return lines that were changed
     */
    long forget(Collection<ShopperKey> shoppers);
}
