package dev.nextcart.store;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.DeleteItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** The items under one partition key, for counting and deleting. */
record Partition<R>(DynamoDbTable<R> table, StoreMeter meter) {
    /** Each page as it is read, consistently; at most 1 MB of items is held at a time. */
    void forEachPage(String key, Consumer<List<R>> each) {
        QueryEnhancedRequest request = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.keyEqualTo(
                        Key.builder().partitionValue(key).build()))
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        DynamoDbCall.orBusy("read a partition of " + table.tableName(), () -> {
            for (Page<R> page : table.query(request)) {
                meter.request();
                meter.read(page.consumedCapacity());
                each.accept(page.items());
            }
            return true;
        });
    }

    /** Deletes an item; one that is not there is no trouble. */
    void delete(String partition, String sort) {
        DeleteItemEnhancedRequest request = DeleteItemEnhancedRequest.builder()
                .key(Key.builder().partitionValue(partition).sortValue(sort).build())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        meter.request();
        meter.wrote(DynamoDbCall.orBusy("delete from " + table.tableName(), () -> table.deleteItemWithResponse(request))
                .consumedCapacity());
    }
}
