package dev.nextcart.local.verify;

import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.store.StoredLateEvent;
import dev.nextcart.store.StoredProfile;
import dev.nextcart.store.StoredRefusal;
import dev.nextcart.store.StoredSale;
import dev.nextcart.store.StoredTombstone;
import java.util.Set;
import java.util.stream.Stream;

/** What the functions made durable, as it lies there: every item once, in no order, read as the stream is. */
public interface StoredState {
    Stream<StoredProfile> profiles();

    Stream<StoredTombstone> tombstones();

    Stream<StoredLateEvent> lateEvents();

    Stream<StoredRefusal> refusals();

    /**
     * The ledger's lines and rollups.
     *
     * @param expected buckets that should be there; it tells of all others too
     */
    Stream<StoredSale> sales(Set<DayBucket> expected);
}
