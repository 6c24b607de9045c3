package dev.nextcart.local.verify;

import dev.nextcart.store.StoreScan;
import dev.nextcart.store.StoredLateEvent;
import dev.nextcart.store.StoredProfile;
import dev.nextcart.store.StoredRefusal;
import dev.nextcart.store.StoredSale;
import java.util.stream.Stream;

/** What the functions made durable, as it lies there: every item once, in no order, read as the stream is. */
public interface StoredState {
    Stream<StoredProfile> profiles();

    Stream<StoredLateEvent> lateEvents();

    Stream<StoredRefusal> refusals();

    /** The ledger's lines and rollups. */
    Stream<StoredSale> sales();

    /** What lies in DynamoDB. */
    static StoredState of(StoreScan tables) {
        return new StoredState() {
            @Override
            public Stream<StoredProfile> profiles() {
                return tables.profiles();
            }

            @Override
            public Stream<StoredLateEvent> lateEvents() {
                return tables.lateEvents();
            }

            @Override
            public Stream<StoredRefusal> refusals() {
                return tables.refusals();
            }

            @Override
            public Stream<StoredSale> sales() {
                return tables.sales();
            }
        };
    }
}
