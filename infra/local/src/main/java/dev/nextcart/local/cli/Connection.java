package dev.nextcart.local.cli;

import dev.nextcart.archive.S3EventArchive;
import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.erasure.Tombstones;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.domain.profile.ProfileStore.Stored;
import dev.nextcart.local.client.CloudClient;
import dev.nextcart.local.client.CloudFile;
import dev.nextcart.local.privacy.TraceSearch;
import dev.nextcart.local.shop.Settling;
import dev.nextcart.local.verify.DynamoDbState;
import dev.nextcart.local.verify.Journal;
import dev.nextcart.local.verify.StoredState;
import dev.nextcart.local.verify.Verification;
import dev.nextcart.local.verify.Verifier;
import dev.nextcart.store.DynamoDbErasableLateEvents;
import dev.nextcart.store.DynamoDbErasableRefusals;
import dev.nextcart.store.DynamoDbProfileStore;
import dev.nextcart.store.DynamoDbRedrives;
import dev.nextcart.store.DynamoDbTombstones;
import dev.nextcart.store.StoreMeter;
import dev.nextcart.store.StoreScan;
import dev.nextcart.store.StoreTables;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A running cloud, with all that commands ask of it. */
final class Connection implements AutoCloseable {
    /** Between two looks at the status: short against a batch's way through, long against the look itself. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final CloudFile file;
    private final CloudClient client;
    private final DynamoDbClient dynamoDb;
    private final S3Client s3;

    Connection(CloudFile file) {
        this.file = file;
        this.client = new CloudClient(file.control());
        this.dynamoDb = DynamoDbTables.client(file);
        this.s3 = ArchiveBucket.client(file.s3());
    }

    CloudFile file() {
        return file;
    }

    CloudClient client() {
        return client;
    }

    Settling settling() {
        return new Settling(client, InstantSource.system(), () -> LockSupport.parkNanos(LOOK_EVERY.toNanos()));
    }

    /** Waits until nothing is under way. */
    void awaitRest() {
        Settling settling = settling();
        long outstanding = settling.look().outstanding();
        while (outstanding > 0) {
            outstanding = settling.waitAndLook().outstanding();
        }
    }

    /** Compares all that is stored with all that was sent; wait for rest before. */
    Verification verify() {
        return new Verifier(new Journal(file.journal()), stored()).verify();
    }

    StoredState stored() {
        return new DynamoDbState(new StoreScan(tables(), DynamoDbTables.names(file)));
    }

    /** Marks refused events as sent again. */
    DynamoDbRedrives redrives() {
        return new DynamoDbRedrives(dynamoDb, DynamoDbTables.names(file).refusedEvents());
    }

    Optional<Profile> profile(ShopperId shopper) {
        String table = DynamoDbTables.names(file).profiles();
        ProfileStore profiles =
                new DynamoDbProfileStore(tables(), table, new StoreMeter(), Connection::pause, InstantSource.system());
        return profiles.load(Set.of(shopper)).get(shopper) instanceof Stored.Live live
                ? Optional.of(live.profile())
                : Optional.empty();
    }

    Tombstones tombstones() {
        return new DynamoDbTombstones(
                tables(), DynamoDbTables.names(file).profiles(), new StoreMeter(), InstantSource.system());
    }

    /** All but the profiles that may name a shopper, as the function that erases knows them. */
    List<ErasableStore> erasableStores() {
        StoreTables names = DynamoDbTables.names(file);
        return List.of(
                new DynamoDbErasableLateEvents(tables(), names.lateEvents(), new StoreMeter()),
                new DynamoDbErasableRefusals(tables(), names.refusedEvents(), new StoreMeter()),
                new S3EventArchive(s3, ArchiveBucket.nameIn(file.objects()), Runnable::run));
    }

    /** Looks through all tables and the whole state folder. */
    TraceSearch.Result search(Collection<ShopperId> shoppers) {
        return new TraceSearch(shoppers)
                .tables(dynamoDb, new TreeSet<>(file.tables().values()))
                .folder(file.journal().resolveSibling("."))
                .result();
    }

    /** How many items each table holds, by its name; empty if DynamoDB does not say in a moment. */
    SortedMap<String, OptionalLong> itemCounts() {
        SortedMap<String, OptionalLong> counts = new TreeMap<>();
        boolean answers = true;
        for (String table : file.tables().values()) {
            OptionalLong items = answers ? DynamoDbTables.items(dynamoDb, table) : OptionalLong.empty();
            answers = items.isPresent();
            counts.put(table, items);
        }
        return counts;
    }

    private DynamoDbEnhancedClient tables() {
        return DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
    }

    private static void pause(int lostRaces) {
        LockSupport.parkNanos(LOOK_EVERY.multipliedBy(lostRaces).toNanos());
    }

    @Override
    public void close() {
        dynamoDb.close();
        s3.close();
        client.close();
    }
}
