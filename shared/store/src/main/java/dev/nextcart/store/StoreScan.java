package dev.nextcart.store;

import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.profile.Profile;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.ScanEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Whole tables, page by page as the stream is read, each item as it was when its page was read (consistently). For
 * verification, not for functions. Reading on throws {@link dev.nextcart.domain.event.StoreBusyException} when
 * DynamoDB is busy: scan again from the start.
 */
public final class StoreScan {
    private final DynamoDbEnhancedClient client;
    private final StoreTables tables;
    private final TableSchema<ProfileRow> profiles = ProfileRow.schema();
    private final TableSchema<SaleLineRow> lines = SaleLineRow.schema();
    private final TableSchema<RollupRow> rollups = RollupRow.schema();

    public StoreScan(DynamoDbEnhancedClient client, StoreTables tables) {
        this.client = client;
        this.tables = tables;
    }

    public Stream<StoredProfile> profiles() {
        return items(tables.profiles())
                .flatMap(item -> profile(profiles.mapToItem(item), ItemSize.ofItem(item)).stream());
    }

    public Stream<StoredTombstone> tombstones() {
        return items(tables.profiles()).map(profiles::mapToItem).flatMap(row -> tombstone(row).stream());
    }

    /** Lines and rollups, mixed. */
    public Stream<StoredSale> sales() {
        return items(tables.sales()).map(this::sale);
    }

    /**
     * A bucket's lines and its rollup, mixed. Asking for every bucket one knows of is much faster than {@link #sales()}
     * on DynamoDB Local, which sorts the whole table again for each page of a scan.
     */
    public Stream<StoredSale> sales(DayBucket bucket) {
        TableSchema<EnhancedDocument> keyed = TableSchema.documentSchemaBuilder()
                .addIndexPartitionKey(TableMetadata.primaryIndexName(), SaleLineRow.BUCKET, AttributeValueType.S)
                .addIndexSortKey(TableMetadata.primaryIndexName(), SaleLineRow.LINE, AttributeValueType.S)
                .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
                .build();
        Key partition =
                Key.builder().partitionValue(SaleKey.ofRollup(bucket).bucket()).build();
        QueryEnhancedRequest request = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.keyEqualTo(partition))
                .consistentRead(true)
                .build();
        return items(
                        "read a bucket of " + tables.sales(),
                        client.table(tables.sales(), keyed).query(request).iterator())
                .map(this::sale);
    }

    /** Items in the sales table: as of now in DynamoDB Local, as of up to six hours ago in AWS. */
    public long saleItems() {
        return DynamoDbCall.orBusy(
                "describe " + tables.sales(),
                () -> client.table(tables.sales(), lines)
                        .describeTable()
                        .table()
                        .itemCount());
    }

    /** Each product's newest change. */
    public Stream<ProductChanged> catalogue() {
        return items(tables.catalogue()).map(CatalogueRow.schema()::mapToItem).map(CatalogueRow::change);
    }

    public Stream<StoredLateEvent> lateEvents() {
        return items(tables.lateEvents())
                .map(LateEventRow.schema()::mapToItem)
                .map(row -> new StoredLateEvent(new ShopperId(row.shopperId()), row.eventId(), row.payload()));
    }

    public Stream<StoredRefusal> refusals() {
        TableSchema<RefusedEventRow> schema = RefusedEventRow.schema();
        return items(tables.refusedEvents()).map(item -> schema.mapToItem(item).toStored(Redrive.of(item)));
    }

    private static Optional<StoredProfile> profile(ProfileRow row, int itemBytes) {
        return switch (row.content()) {
            case ProfileRow.Live live -> {
                byte[] body = live.body().asByteArray();
                Profile profile = ProfileCodec.decode(new ShopperId(live.shopperId()), body);
                yield Optional.of(new StoredProfile(profile, row.version(), body, itemBytes));
            }
            case ProfileRow.Grave grave -> Optional.empty();
        };
    }

    private static Optional<StoredTombstone> tombstone(ProfileRow row) {
        return switch (row.content()) {
            case ProfileRow.Live live -> Optional.empty();
            case ProfileRow.Grave grave -> Optional.of(new StoredTombstone(row.key(), grave.tombstone()));
        };
    }

    private StoredSale sale(Map<String, AttributeValue> item) {
        boolean isRollup = AttributeValue.fromS(SaleKey.ROLLUP).equals(item.get(SaleLineRow.LINE));
        return isRollup
                ? new StoredSale.Sum(rollups.mapToItem(item).toRollup())
                : new StoredSale.Line(lines.mapToItem(item).line());
    }

    private Stream<Map<String, AttributeValue>> items(String table) {
        TableSchema<EnhancedDocument> anything = TableSchema.documentSchemaBuilder()
                .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
                .build();
        ScanEnhancedRequest request =
                ScanEnhancedRequest.builder().consistentRead(true).build();
        return items(
                "scan " + table, client.table(table, anything).scan(request).iterator());
    }

    private static Stream<Map<String, AttributeValue>> items(String what, Iterator<Page<EnhancedDocument>> pages) {
        return Stream.generate(() -> DynamoDbCall.orBusy(what, () -> next(pages)))
                .takeWhile(Optional::isPresent)
                .flatMap(page -> page.orElseThrow().items().stream())
                .map(EnhancedDocument::toMap);
    }

    private static <T> Optional<T> next(Iterator<T> pages) {
        return pages.hasNext() ? Optional.of(pages.next()) : Optional.empty();
    }
}
