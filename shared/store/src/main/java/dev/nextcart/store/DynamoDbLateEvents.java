package dev.nextcart.store;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.LateEvents;
import dev.nextcart.wire.EventWriter;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/** Late events as their canonical JSON, by shopper and event id: the first one stays. */
public final class DynamoDbLateEvents implements LateEvents {
    private final ConditionalPut<LateEventRow> table;
    private final EventWriter writer;

    public DynamoDbLateEvents(DynamoDbEnhancedClient client, String table, StoreMeter meter) {
        this.table = new ConditionalPut<>(client.table(table, LateEventRow.schema()), LateEventRow.class, meter);
        this.writer = new EventWriter();
    }

    @Override
    public void setAside(ShopEvent event) {
        ShopperId shopper = event.shopper()
                .orElseThrow(() -> new IllegalArgumentException("event " + event.eventId() + " has no shopper"));
        table.put(
                new LateEventRow(shopper.value(), event.eventId(), writer.write(event)),
                ConditionalPut.absent(LateEventRow.SHOPPER_ID),
                "set event aside");
    }
}
