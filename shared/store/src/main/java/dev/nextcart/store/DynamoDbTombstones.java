package dev.nextcart.store;

import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.erasure.Tombstones;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.profile.ProfileStore;
import java.time.InstantSource;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Tombstones among the profiles, under the same keys and versions. */
public final class DynamoDbTombstones implements Tombstones {
    private final DynamoDbTable<ProfileRow> table;
    private final ConditionalPut<ProfileRow> writer;
    private final StoreMeter meter;
    private final InstantSource clock;

    /**
     * The tombstones in the profiles table.
     *
     * @param clock against which a tombstone is past its life
     */
    public DynamoDbTombstones(DynamoDbEnhancedClient client, String table, StoreMeter meter, InstantSource clock) {
        this.table = client.table(table, ProfileRow.schema());
        this.writer = new ConditionalPut<>(this.table, ProfileRow.class, meter);
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public Standing find(ShopperId shopper) {
        GetItemEnhancedRequest request = GetItemEnhancedRequest.builder()
                .key(Key.builder()
                        .partitionValue(ShopperKey.of(shopper).value())
                        .build())
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        meter.request();
        GetItemEnhancedResponse<ProfileRow> response = DynamoDbCall.orBusy(
                "look for a tombstone in " + table.tableName(), () -> table.getItemWithResponse(request));
        meter.read(response.consumedCapacity());
        ProfileRow row = response.attributes();
        return row == null ? new Standing.Nobody(ProfileStore.ABSENT) : standing(row);
    }

    @Override
    public boolean put(ShopperId shopper, Tombstone tombstone, long expectedVersion) {
        ProfileRow row = new ProfileRow(ShopperKey.of(shopper), expectedVersion + 1, new ProfileRow.Grave(tombstone));
        boolean stands = writer.put(row, ProfileRow.hasVersion(expectedVersion), "put tombstone");
        if (!stands) {
            meter.raceLost();
        }
        return stands;
    }

    private Standing standing(ProfileRow row) {
        return switch (row.content()) {
            case ProfileRow.Live live -> new Standing.Somebody(row.version());
            case ProfileRow.Grave grave ->
                grave.tombstone().lives(clock.instant())
                        ? new Standing.Erased(grave.tombstone(), row.version())
                        : new Standing.Nobody(row.version());
        };
    }
}
