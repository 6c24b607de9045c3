package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.ProfileFolding.Backoff;
import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.testkit.LocalTables;
import dev.nextcart.testkit.SharedDynamoDb;
import dev.nextcart.testkit.TestClock;
import dev.nextcart.testkit.ThrottlingInterceptor;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores over tables of their own in DynamoDB Local, metered, throttled on demand. */
final class LocalStore {
    private static final Backoff NO_WAIT = tries -> {};

    final TestClock clock = new TestClock();
    final StoreMeter meter = new StoreMeter();
    final ThrottlingInterceptor throttle = new ThrottlingInterceptor();
    final StoreTables tables;
    final DynamoDbEnhancedClient client;
    final DynamoDbClient plain;

    /** @param interceptors break the stores' calls in further ways */
    LocalStore(ExecutionInterceptor... interceptors) {
        plain = SharedDynamoDb.client();
        LocalTables made = LocalTables.create(plain);
        tables = new StoreTables(
                made.profiles(), made.lateEvents(), made.refusedEvents(), made.sales(), made.catalogue());
        client = DynamoDbEnhancedClient.builder()
                .dynamoDbClient(SharedDynamoDb.client(Stream.concat(Stream.of(throttle), Stream.of(interceptors))
                        .toArray(ExecutionInterceptor[]::new)))
                .build();
    }

    DynamoDbProfileStore profiles() {
        return new DynamoDbProfileStore(client, tables.profiles(), meter, NO_WAIT, clock);
    }

    DynamoDbTombstones tombstones() {
        return new DynamoDbTombstones(client, tables.profiles(), meter, clock);
    }

    /** As an erasure would, first of all. */
    void erase(ShopperId shopper) {
        Instant now = clock.instant();
        Tombstone tombstone = new Tombstone(now, now.plus(Tombstone.LIFE), 0, Optional.empty(), Optional.empty());
        assertTrue(tombstones().put(shopper, tombstone, ProfileStore.ABSENT));
    }

    ErasableStore erasableLateEvents() {
        return new DynamoDbErasableLateEvents(client, tables.lateEvents(), meter);
    }

    ErasableStore erasableRefusals() {
        return new DynamoDbErasableRefusals(client, tables.refusedEvents(), meter);
    }

    DynamoDbLateEvents lateEvents() {
        return new DynamoDbLateEvents(client, tables.lateEvents(), tables.profiles(), meter, clock);
    }

    DynamoDbRefusals refusals() {
        return new DynamoDbRefusals(client, tables.refusedEvents(), tables.profiles(), meter, clock);
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
