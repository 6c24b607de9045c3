package dev.nextcart.store;

import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.ledger.Rollup;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** The rollups of the sales table: one of fewer lines never replaces one of more. */
final class Rollups {
    private final DynamoDbTable<RollupRow> table;
    private final ConditionalPut<RollupRow> writer;
    private final StoreMeter meter;

    Rollups(DynamoDbEnhancedClient client, String table, StoreMeter meter) {
        this.table = client.table(table, RollupRow.schema());
        this.writer = new ConditionalPut<>(this.table, RollupRow.class, meter);
        this.meter = meter;
    }

    /** Stores a rollup, unless one of more lines is stored already. */
    void put(Rollup rollup) {
        boolean stored = writer.put(
                RollupRow.of(rollup),
                ConditionalPut.number(
                        "attribute_not_exists(#name) OR #name <= :value", RollupRow.LINES, rollup.lines()),
                "put rollup");
        if (!stored) {
            meter.raceLost();
        }
    }

    Optional<Rollup> find(DayBucket bucket) {
        SaleKey key = SaleKey.ofRollup(bucket);
        GetItemEnhancedRequest request = GetItemEnhancedRequest.builder()
                .key(Key.builder()
                        .partitionValue(key.bucket())
                        .sortValue(key.line())
                        .build())
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        meter.request();
        GetItemEnhancedResponse<RollupRow> response =
                DynamoDbCall.orBusy("read rollup in " + table.tableName(), () -> table.getItemWithResponse(request));
        meter.read(response.consumedCapacity());
        return Optional.ofNullable(response.attributes()).map(RollupRow::toRollup);
    }
}
