package dev.nextcart.functions;

import dev.nextcart.testkit.LocalTables;
import dev.nextcart.testkit.SharedDynamoDb;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Points the application at five new tables on DynamoDB Local, and at an archive of its own. */
public final class LocalTablesResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try (DynamoDbClient client = SharedDynamoDb.client()) {
            LocalTables tables = LocalTables.create(client);
            Map<String, String> settings = new HashMap<>(Map.of(
                    "profiles.table", tables.profiles(),
                    "late.events.table", tables.lateEvents(),
                    "refused.events.table", tables.refusedEvents(),
                    "sales.table", tables.sales(),
                    "catalogue.table", tables.catalogue(),
                    "archive.bucket", Archive.BUCKET));
            settings.putAll(service("dynamodb", SharedDynamoDb.endpoint()));
            settings.putAll(service("s3", Archive.endpoint()));
            return settings;
        }
    }

    private static Map<String, String> service(String name, URI endpoint) {
        String prefix = "quarkus." + name + ".";
        return Map.of(
                prefix + "endpoint-override", endpoint.toString(),
                prefix + "aws.region", "us-east-1",
                prefix + "aws.credentials.type", "static",
                prefix + "aws.credentials.static-provider.access-key-id", "local",
                prefix + "aws.credentials.static-provider.secret-access-key", "local");
    }

    @Override
    public void stop() {
        // The emulator belongs to the test JVM and goes with it; the tables have names nobody else uses.
    }
}
