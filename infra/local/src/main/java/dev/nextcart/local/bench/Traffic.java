package dev.nextcart.local.bench;

import dev.nextcart.domain.event.ShopEvent;
import java.util.List;

/** What a benchmark sends: batches that follow each other in time. No event comes twice. */
interface Traffic {
    /**
     * A batch.
     *
     * @param number from 0; higher ones happen later
     */
    List<ShopEvent> batch(int number);
}
