package dev.nextcart.store;

import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileFolding.Backoff;
import dev.nextcart.domain.profile.ProfileStore;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetResultPage;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Profiles as one item each: read together, written one by one under a condition. */
public final class DynamoDbProfileStore implements ProfileStore {
    /** Keys that one BatchGetItem takes (DynamoDB quotas, read 2026-11). */
    private static final int BATCH_KEYS = 100;

    private final DynamoDbEnhancedClient client;
    private final DynamoDbTable<ProfileRow> table;
    private final ConditionalPut<ProfileRow> writer;
    private final StoreMeter meter;
    private final Unprocessed unprocessed;
    private final InstantSource clock;

    /**
     * The store in the profiles table.
     *
     * @param backoff how to wait when DynamoDB leaves part of a batch undone
     * @param clock against which a tombstone is past its life
     */
    public DynamoDbProfileStore(
            DynamoDbEnhancedClient client, String table, StoreMeter meter, Backoff backoff, InstantSource clock) {
        this.client = client;
        this.table = client.table(table, ProfileRow.schema());
        this.writer = new ConditionalPut<>(this.table, ProfileRow.class, meter);
        this.meter = meter;
        this.unprocessed = new Unprocessed(backoff);
        this.clock = clock;
    }

    @Override
    public Map<ShopperId, Stored> load(Set<ShopperId> shoppers) {
        Map<ShopperId, Stored> found = new HashMap<>();
        Map<ShopperKey, ShopperId> asked = new HashMap<>();
        shoppers.forEach(shopper -> asked.put(ShopperKey.of(shopper), shopper));
        List<Key> keys = asked.keySet().stream()
                .map(key -> Key.builder().partitionValue(key.value()).build())
                .toList();
        for (List<Key> chunk : Chunks.of(keys, BATCH_KEYS)) {
            List<Key> undone = unprocessed.retry(chunk, some -> read(some, asked, found));
            if (!undone.isEmpty()) {
                throw new StoreBusyException(what("load") + ": " + undone.size() + " of " + chunk.size()
                        + " keys still unprocessed after " + Unprocessed.MAX_ATTEMPTS + " attempts");
            }
        }
        return found;
    }

    @Override
    public boolean save(Profile profile, long expectedVersion) {
        ProfileRow row = new ProfileRow(
                ShopperKey.of(profile.shopper()),
                expectedVersion + 1,
                new ProfileRow.Live(
                        profile.shopper().value(), SdkBytes.fromByteArrayUnsafe(ProfileCodec.encode(profile))));
        boolean saved = writer.put(row, ProfileRow.hasVersion(expectedVersion), "save profile");
        if (!saved) {
            meter.raceLost();
        }
        return saved;
    }

    /** Adds what is found; returns the keys that DynamoDB left unread. */
    private List<Key> read(List<Key> keys, Map<ShopperKey, ShopperId> asked, Map<ShopperId, Stored> found) {
        ReadBatch.Builder<ProfileRow> batch =
                ReadBatch.builder(ProfileRow.class).mappedTableResource(table);
        keys.forEach(key -> batch.addGetItem(
                GetItemEnhancedRequest.builder().key(key).consistentRead(true).build()));
        BatchGetItemEnhancedRequest request = BatchGetItemEnhancedRequest.builder()
                .readBatches(batch.build())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        meter.request();
        // The first page only: the iterator would ask for unprocessed keys at once and for ever.
        BatchGetResultPage page = DynamoDbCall.orBusy(
                what("load"), () -> client.batchGetItem(request).iterator().next());
        page.consumedCapacity().forEach(meter::read);
        page.resultsForTable(table).forEach(row -> {
            ShopperId shopper = Objects.requireNonNull(asked.get(row.key()), "nobody asked for this key");
            found.put(shopper, stored(shopper, row));
        });
        return page.unprocessedKeysForTable(table);
    }

    private Stored stored(ShopperId shopper, ProfileRow row) {
        return switch (row.content()) {
            case ProfileRow.Live live -> {
                if (!live.shopperId().equals(shopper.value())) {
                    throw new IllegalStateException("two shoppers have the key " + row.key());
                }
                yield new Stored.Live(ProfileCodec.decode(shopper, live.body().asByteArrayUnsafe()), row.version());
            }
            case ProfileRow.Grave grave ->
                grave.tombstone().lives(clock.instant())
                        ? new Stored.Erased(row.version())
                        : new Stored.Forgotten(row.version());
        };
    }

    private String what(String verb) {
        return verb + " profiles in " + table.tableName();
    }
}
