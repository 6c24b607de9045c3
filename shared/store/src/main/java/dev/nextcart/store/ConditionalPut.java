package dev.nextcart.store;

import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Writes an item if what is stored allows it. */
record ConditionalPut<R>(DynamoDbTable<R> table, Class<R> type, StoreMeter meter) {
    /**
     * Whether the item was written.
     *
     * @param what for the reason, should DynamoDB be busy
     */
    boolean put(R row, Expression condition, String what) {
        PutItemEnhancedRequest<R> request = PutItemEnhancedRequest.builder(type)
                .item(row)
                .conditionExpression(condition)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        meter.request();
        try {
            meter.wrote(DynamoDbCall.orBusy(what + " in " + table.tableName(), () -> table.putItemWithResponse(request))
                    .consumedCapacity());
            return true;
        } catch (ConditionalCheckFailedException e) {
            meter.turnedAway(table.tableName());
            return false;
        }
    }

    /** Nothing is stored under the row's key. */
    static Expression absent(String partitionKey) {
        return Expression.builder()
                .expression("attribute_not_exists(#key)")
                .expressionNames(Map.of("#key", partitionKey))
                .build();
    }

    /** An attribute compares with a number: {@code comparison} is {@code #name = :value}, say. */
    static Expression number(String comparison, String name, long value) {
        return Expression.builder()
                .expression(comparison)
                .expressionNames(Map.of("#name", name))
                .expressionValues(Map.of(":value", AttributeValue.fromN(Long.toString(value))))
                .build();
    }
}
