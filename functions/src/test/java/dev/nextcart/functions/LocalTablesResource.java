package dev.nextcart.functions;

import dev.nextcart.testkit.LocalTables;
import dev.nextcart.testkit.SharedDynamoDb;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Points the application at five new tables on DynamoDB Local. */
public final class LocalTablesResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try (DynamoDbClient client = SharedDynamoDb.client()) {
            LocalTables tables = LocalTables.create(client);
            return Map.of(
                    "quarkus.dynamodb.endpoint-override",
                            SharedDynamoDb.endpoint().toString(),
                    "quarkus.dynamodb.aws.region", "us-east-1",
                    "quarkus.dynamodb.aws.credentials.type", "static",
                    "quarkus.dynamodb.aws.credentials.static-provider.access-key-id", "local",
                    "quarkus.dynamodb.aws.credentials.static-provider.secret-access-key", "local",
                    "profiles.table", tables.profiles(),
                    "late.events.table", tables.lateEvents(),
                    "refused.events.table", tables.refusedEvents(),
                    "sales.table", tables.sales(),
                    "catalogue.table", tables.catalogue());
        }
    }

    @Override
    public void stop() {
        // The emulator belongs to the test JVM and goes with it; the tables have names nobody else uses.
    }
}
