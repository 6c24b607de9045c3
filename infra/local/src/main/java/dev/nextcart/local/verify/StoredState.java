package dev.nextcart.local.verify;

import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.ledger.SaleLine;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkBytes;

/** What the functions made durable, as it lies there. Each method hands every item over once, in no order. */
public interface StoredState {
    void profiles(Consumer<StoredProfile> each);

    void lateEvents(Consumer<LateEvent> each);

    void refusals(Consumer<Refusal> each);

    /** The ledger's lines and rollups. */
    void sales(Consumer<SaleLine> eachLine, Consumer<StoredRollup> eachRollup);

    /**
     * A profile's item.
     *
     * @param body the profile's bytes
     * @param itemBytes size of the whole item as DynamoDB bills it
     */
    record StoredProfile(ShopperId shopper, SdkBytes body, long itemBytes) {}

    /** A rollup's item. */
    record StoredRollup(DayBucket bucket, SdkBytes body) {}

    /** The key of an event that was set aside. */
    record LateEvent(ShopperId shopper, String eventId) {}
}
