package dev.nextcart.store;

import dev.nextcart.domain.event.Refusals;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/** Refused messages by the hash of their payload: the first one stays, for 90 days, unless it was redriven since. */
public final class DynamoDbRefusals implements Refusals {
    private final ConditionalPut<RefusedEventRow> table;

    public DynamoDbRefusals(DynamoDbEnhancedClient client, String table, StoreMeter meter) {
        this.table = new ConditionalPut<>(client.table(table, RefusedEventRow.schema()), RefusedEventRow.class, meter);
    }

    @Override
    public void refuse(Refusal refusal) {
        table.put(
                RefusedEventRow.of(refusal), Redrive.absentOrSentAgain(RefusedEventRow.REFUSAL_ID), "set refusal down");
    }
}
