package dev.nextcart.store;

import dev.nextcart.domain.profile.ProfileFolding.Backoff;
import dev.nextcart.testkit.LocalTables;
import dev.nextcart.testkit.SharedDynamoDb;
import dev.nextcart.testkit.ThrottlingInterceptor;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores over tables of their own in DynamoDB Local, metered, throttled on demand. */
final class LocalStore {
    private static final Backoff NO_WAIT = tries -> {};

    final StoreMeter meter = new StoreMeter();
    final ThrottlingInterceptor throttle = new ThrottlingInterceptor();
    final StoreTables tables;
    final DynamoDbEnhancedClient client;

    /** @param interceptors break the stores' calls in further ways */
    LocalStore(ExecutionInterceptor... interceptors) {
        DynamoDbClient plain = SharedDynamoDb.client();
        LocalTables made = LocalTables.create(plain);
        tables = new StoreTables(
                made.profiles(), made.lateEvents(), made.refusedEvents(), made.sales(), made.catalogue());
        client = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(SharedDynamoDb.client(Stream.concat(Stream.of(throttle), Stream.of(interceptors))
                        .toArray(ExecutionInterceptor[]::new)))
                .build();
    }

    DynamoDbProfileStore profiles() {
        return new DynamoDbProfileStore(client, tables.profiles(), meter, NO_WAIT);
    }

    DynamoDbLateEvents lateEvents() {
        return new DynamoDbLateEvents(client, tables.lateEvents(), meter);
    }

    DynamoDbRefusals refusals() {
        return new DynamoDbRefusals(client, tables.refusedEvents(), meter);
    }

    DynamoDbSalesLedger ledger(Executor executor) {
        return new DynamoDbSalesLedger(client, tables.sales(), meter, executor, NO_WAIT);
    }

    DynamoDbCatalogue catalogue() {
        return new DynamoDbCatalogue(client, tables.catalogue(), meter);
    }

    StoreScan scan() {
        return new StoreScan(client, tables);
    }
}
