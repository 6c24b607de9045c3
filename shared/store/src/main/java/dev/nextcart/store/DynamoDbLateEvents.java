package dev.nextcart.store;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.profile.LateEvents;
import dev.nextcart.wire.EventWriter;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/** Late events as their canonical JSON, by shopper and event id: the first one stays. */
public final class DynamoDbLateEvents implements LateEvents {
    private final GuardedPut<LateEventRow> table;
    private final EventWriter writer;

    /**
     * The late events table.
     *
     * @param profiles name of the table of profiles and tombstones
     * @param clock against which a tombstone is past its life
     */
    public DynamoDbLateEvents(
            DynamoDbEnhancedClient client, String table, String profiles, StoreMeter meter, InstantSource clock) {
        this.table = new GuardedPut<>(
                client, client.table(table, LateEventRow.schema()), LateEventRow.class, profiles, meter, clock);
        this.writer = new EventWriter();
    }

    @Override
    public boolean setAside(ShopEvent event) {
        ShopperId shopper = event.shopper()
                .orElseThrow(() -> new IllegalArgumentException("event " + event.eventId() + " has no shopper"));
        LateEventRow row = new LateEventRow(shopper.value(), event.eventId(), writer.write(event));
        return table.put(
                        Map.of(ShopperKey.of(shopper), row),
                        ConditionalPut.absent(LateEventRow.SHOPPER_ID),
                        "set event aside")
                .isEmpty();
    }
}
