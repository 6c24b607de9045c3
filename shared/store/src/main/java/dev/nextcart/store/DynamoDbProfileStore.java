package dev.nextcart.store;

import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileFolding.Backoff;
import dev.nextcart.domain.profile.ProfileStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
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

    /** @param backoff how to wait when DynamoDB leaves part of a batch undone */
    public DynamoDbProfileStore(DynamoDbEnhancedClient client, String table, StoreMeter meter, Backoff backoff) {
        this.client = client;
        this.table = client.table(table, ProfileRow.schema());
        this.writer = new ConditionalPut<>(this.table, ProfileRow.class, meter);
        this.meter = meter;
        this.unprocessed = new Unprocessed(backoff);
    }

    @Override
    public Map<ShopperId, Stored> load(Set<ShopperId> shoppers) {
        Map<ShopperId, Stored> found = new HashMap<>();
        List<Key> keys = shoppers.stream()
                .map(shopper -> Key.builder().partitionValue(shopper.value()).build())
                .toList();
        for (List<Key> chunk : Chunks.of(keys, BATCH_KEYS)) {
            List<Key> undone = unprocessed.retry(chunk, some -> read(some, found));
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
                profile.shopper().value(),
                expectedVersion + 1,
                SdkBytes.fromByteArrayUnsafe(ProfileCodec.encode(profile)));
        Expression condition = expectedVersion == ABSENT
                ? ConditionalPut.absent(ProfileRow.SHOPPER_ID)
                : ConditionalPut.number("#name = :value", ProfileRow.VERSION, expectedVersion);
        boolean saved = writer.put(row, condition, "save profile");
        if (!saved) {
            meter.raceLost();
        }
        return saved;
    }

    /** Adds what is found; returns the keys that DynamoDB left unread. */
    private List<Key> read(List<Key> keys, Map<ShopperId, Stored> found) {
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
            ShopperId shopper = new ShopperId(row.shopperId());
            found.put(
                    shopper, new Stored(ProfileCodec.decode(shopper, row.body().asByteArrayUnsafe()), row.version()));
        });
        return page.unprocessedKeysForTable(table);
    }

    private String what(String verb) {
        return verb + " profiles in " + table.tableName();
    }
}
