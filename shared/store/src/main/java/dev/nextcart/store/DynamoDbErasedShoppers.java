package dev.nextcart.store;

import dev.nextcart.domain.erasure.ErasedShoppers;
import dev.nextcart.domain.event.ShopperKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
import software.amazon.awssdk.enhanced.dynamodb.model.ScanEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** The tombstones of the profiles table, by their sparse index: a scan reads as many items as there are tombstones. */
public final class DynamoDbErasedShoppers implements ErasedShoppers {
    /** Some 150 MB. Who erases more in a tombstone's life needs a sweep in parts. */
    private static final int MAX_SHOPPERS = 1_000_000;

    private final DynamoDbIndex<ErasedRow> index;
    private final StoreMeter meter;

    /** @param table profiles */
    public DynamoDbErasedShoppers(DynamoDbEnhancedClient client, String table, StoreMeter meter) {
        this.index = client.table(table, ErasedRow.schema()).index(ErasedRow.INDEX);
        this.meter = meter;
    }

    @Override
    public Set<ShopperKey> asOf(Instant now) {
        ScanEnhancedRequest request = ScanEnhancedRequest.builder()
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        Iterator<Page<ErasedRow>> pages = index.scan(request).iterator();
        Set<ShopperKey> erased = new HashSet<>();
        while (DynamoDbCall.orBusy("list tombstones by " + ErasedRow.INDEX, pages::hasNext)) {
            meter.request();
            Page<ErasedRow> page = DynamoDbCall.orBusy("list tombstones by " + ErasedRow.INDEX, pages::next);
            meter.read(page.consumedCapacity());
            page.items().stream().filter(row -> now.isBefore(row.expiresAt())).forEach(row -> erased.add(row.key()));
            if (erased.size() > MAX_SHOPPERS) {
                throw new IllegalStateException("more than " + MAX_SHOPPERS + " tombstones live");
            }
        }
        return erased;
    }
}
