package dev.nextcart.local.cloud;

import dev.nextcart.local.template.TableSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/** Makes the template's tables. */
public final class Tables {
    private Tables() {}

    public static void create(DynamoDbClient client, TableSpec table) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes(table))
                .keySchema(keys(Stream.concat(Stream.of(table.partitionKey()), table.sortKey().stream())));
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    table.indexes().stream().map(Tables::index).toList());
        }
        table.streamView()
                .ifPresent(view -> request.streamSpecification(
                        stream -> stream.streamEnabled(true).streamViewType(view)));
        client.createTable(request.build());
        table.timeToLiveAttribute()
                .ifPresent(attribute -> client.updateTimeToLive(update -> update.tableName(table.name())
                        .timeToLiveSpecification(timeToLive ->
                                timeToLive.attributeName(attribute).enabled(true))));
    }

    private static List<AttributeDefinition> attributes(TableSpec table) {
        Set<TableSpec.Key> keys = new LinkedHashSet<>();
        keys.add(table.partitionKey());
        table.sortKey().ifPresent(keys::add);
        table.indexes().forEach(index -> {
            keys.add(index.partitionKey());
            index.sortKey().ifPresent(keys::add);
        });
        return keys.stream()
                .map(key -> AttributeDefinition.builder()
                        .attributeName(key.attribute())
                        .attributeType(key.type())
                        .build())
                .toList();
    }

    private static GlobalSecondaryIndex index(TableSpec.Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(keys(Stream.concat(Stream.of(index.partitionKey()), index.sortKey().stream())))
                .projection(projection -> {
                    projection.projectionType(index.projection());
                    if (!index.included().isEmpty()) {
                        projection.nonKeyAttributes(index.included());
                    }
                })
                .build();
    }

    /** The first is the partition key, the second, if any, the sort key. */
    private static List<KeySchemaElement> keys(Stream<TableSpec.Key> keys) {
        List<TableSpec.Key> inOrder = keys.toList();
        return inOrder.stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.attribute())
                        .keyType(key.equals(inOrder.getFirst()) ? KeyType.HASH : KeyType.RANGE)
                        .build())
                .toList();
    }
}
