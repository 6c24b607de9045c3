package dev.nextcart.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Names of five tables made for one test, with the keys that template.yaml gives them. */
public record LocalTables(String profiles, String lateEvents, String refusedEvents, String sales, String catalogue) {
    /** Makes them, empty, under names nobody else has. */
    public static LocalTables create(DynamoDbClient client) {
        String test = "-" + UUID.randomUUID();
        return new LocalTables(
                profiles(client, "profiles" + test),
                create(client, "late-events" + test, "shopperId", "eventId"),
                create(client, "refused-events" + test, "shopperKey", "refusalId"),
                create(client, "sales" + test, "bucket", "line"),
                create(client, "catalogue" + test, "productId"));
    }

    private static String profiles(DynamoDbClient client, String table) {
        client.createTable(request -> request.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("shopperKey"), attribute("erasedOn"))
                .keySchema(key("shopperKey", KeyType.HASH))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("erased-index")
                        .keySchema(key("erasedOn", KeyType.HASH), key("shopperKey", KeyType.RANGE))
                        .projection(projection -> projection
                                .projectionType(ProjectionType.INCLUDE)
                                .nonKeyAttributes("expiresAt"))
                        .build()));
        return table;
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static String create(DynamoDbClient client, String table, String... keys) {
        List<AttributeDefinition> attributes = new ArrayList<>();
        List<KeySchemaElement> schema = new ArrayList<>();
        for (String key : keys) {
            attributes.add(attribute(key));
            schema.add(key(key, schema.isEmpty() ? KeyType.HASH : KeyType.RANGE));
        }
        client.createTable(request -> request.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attributes)
                .keySchema(schema));
        return table;
    }
}
