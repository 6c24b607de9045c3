package dev.nextcart.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Leaves the second half of every batch unprocessed, as a throttled DynamoDB does. */
final class HalfProcessed implements ExecutionInterceptor {
    private static final ExecutionAttribute<Map<String, KeysAndAttributes>> UNREAD = new ExecutionAttribute<>("unread");
    private static final ExecutionAttribute<Map<String, List<WriteRequest>>> UNWRITTEN =
            new ExecutionAttribute<>("unwritten");

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case BatchGetItemRequest get -> half(get, attributes);
            case BatchWriteItemRequest write -> half(write, attributes);
            case SdkRequest other -> other;
        };
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        return switch (context.response()) {
            case BatchGetItemResponse got ->
                got.toBuilder().unprocessedKeys(attributes.getAttribute(UNREAD)).build();
            case BatchWriteItemResponse wrote ->
                wrote.toBuilder()
                        .unprocessedItems(attributes.getAttribute(UNWRITTEN))
                        .build();
            case SdkResponse other -> other;
        };
    }

    private static SdkRequest half(BatchGetItemRequest request, ExecutionAttributes attributes) {
        Map<String, KeysAndAttributes> now = new HashMap<>();
        Map<String, KeysAndAttributes> later = new HashMap<>();
        request.requestItems().forEach((table, keys) -> {
            List<Map<String, AttributeValue>> all = new ArrayList<>(keys.keys());
            int half = (all.size() + 1) / 2;
            now.put(table, keys.toBuilder().keys(all.subList(0, half)).build());
            if (half < all.size()) {
                later.put(
                        table,
                        keys.toBuilder().keys(all.subList(half, all.size())).build());
            }
        });
        attributes.putAttribute(UNREAD, later);
        return request.toBuilder().requestItems(now).build();
    }

    private static SdkRequest half(BatchWriteItemRequest request, ExecutionAttributes attributes) {
        Map<String, List<WriteRequest>> now = new HashMap<>();
        Map<String, List<WriteRequest>> later = new HashMap<>();
        request.requestItems().forEach((table, all) -> {
            int half = (all.size() + 1) / 2;
            now.put(table, all.subList(0, half));
            if (half < all.size()) {
                later.put(table, all.subList(half, all.size()));
            }
        });
        attributes.putAttribute(UNWRITTEN, later);
        return request.toBuilder().requestItems(now).build();
    }
}
