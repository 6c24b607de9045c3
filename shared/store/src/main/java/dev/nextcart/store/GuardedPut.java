package dev.nextcart.store;

import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.event.StoreBusyException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes items that name shoppers, unless one of these is erased: both in one transaction, so that after a tombstone
 * stands nothing of its shopper is added any more. An item that is there already stays as it is.
 */
final class GuardedPut<R> {
    private static final String FAILED = "ConditionalCheckFailed";
    private static final String PASSED = "None";

    private final DynamoDbEnhancedClient client;
    private final DynamoDbTable<R> table;
    private final Class<R> type;
    private final DynamoDbTable<ProfileRow> profiles;
    private final StoreMeter meter;
    private final InstantSource clock;

    /** @param profiles name of the table of profiles and tombstones */
    GuardedPut(
            DynamoDbEnhancedClient client,
            DynamoDbTable<R> table,
            Class<R> type,
            String profiles,
            StoreMeter meter,
            InstantSource clock) {
        this.client = client;
        this.table = table;
        this.type = type;
        this.profiles = client.table(profiles, ProfileRow.schema());
        this.meter = meter;
        this.clock = clock;
    }

    /**
     * Writes all rows or none.
     *
     * @param rows by the shopper each names
     * @param absent that nothing is stored under a row's key
     * @param what for the reason, should DynamoDB be busy
     * @return who of them is erased, in order; empty if all rows are there now
     */
    Set<ShopperKey> put(Map<ShopperKey, R> rows, Expression absent, String what) {
        List<ShopperKey> shoppers = List.copyOf(rows.keySet());
        TransactWriteItemsEnhancedRequest.Builder request =
                TransactWriteItemsEnhancedRequest.builder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
        Expression isNotErased = ProfileRow.isNotErased(clock.instant());
        shoppers.forEach(shopper -> request.addConditionCheck(
                profiles,
                ConditionCheck.builder()
                        .key(Key.builder().partitionValue(shopper.value()).build())
                        .conditionExpression(isNotErased)
                        .build()));
        rows.values()
                .forEach(row -> request.addPutItem(
                        table,
                        TransactPutItemEnhancedRequest.builder(type)
                                .item(row)
                                .conditionExpression(absent)
                                .build()));
        String call = what + " in " + table.tableName();
        meter.request();
        try {
            DynamoDbCall.orBusy(call, () -> client.transactWriteItemsWithResponse(request.build()))
                    .consumedCapacity()
                    .forEach(meter::wrote);
            return Set.of();
        } catch (TransactionCanceledException e) {
            return erased(shoppers, e, call);
        }
    }

    private static Set<ShopperKey> erased(List<ShopperKey> shoppers, TransactionCanceledException e, String call) {
        List<String> codes = new ArrayList<>(
                e.cancellationReasons().stream().map(CancellationReason::code).toList());
        Set<ShopperKey> erased = new LinkedHashSet<>();
        for (int place = 0; place < shoppers.size(); place++) {
            if (codes.get(place).equals(FAILED)) {
                erased.add(shoppers.get(place));
            }
        }
        boolean conclusive = codes.stream().allMatch(code -> code.equals(FAILED) || code.equals(PASSED));
        if (erased.isEmpty() && !conclusive) {
            throw new StoreBusyException(call + ": " + codes, e);
        }
        if (erased.isEmpty() && codes.subList(shoppers.size(), codes.size()).contains(PASSED)) {
            throw new StoreBusyException(call + ": some of it is there already and some is not", e);
        }
        return erased;
    }
}
