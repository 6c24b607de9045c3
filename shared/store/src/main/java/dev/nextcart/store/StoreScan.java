package dev.nextcart.store;

import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.ledger.DayBucket;
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
    private final TableSchema<SaleLineRow> lines = SaleLineRow.schema();
    private final TableSchema<RollupRow> rollups = RollupRow.schema();

    public StoreScan(DynamoDbEnhancedClient client, StoreTables tables) {
        this.client = client;
        this.tables = tables;
    }

    public Stream<StoredProfile> profiles() {
        TableSchema<ProfileRow> schema = ProfileRow.schema();
        return items(tables.profiles()).map(item -> profile(schema.mapToItem(item), ItemSize.ofItem(item)));
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

    public Stream<StoredLateEvent> lateEvents() {
        return items(tables.lateEvents())
                .map(LateEventRow.schema()::mapToItem)
                .map(row -> new StoredLateEvent(new ShopperId(row.shopperId()), row.eventId(), row.payload()));
    }

    public Stream<StoredRefusal> refusals() {
        TableSchema<RefusedEventRow> schema = RefusedEventRow.schema();
        return items(tables.refusedEvents()).map(item -> refusal(schema.mapToItem(item), Redrive.of(item)));
    }

    private static StoredRefusal refusal(RefusedEventRow row, Redrive redrive) {
        return new StoredRefusal(row.refusalId(), row.toRefusal(), row.payloadBytes(), redrive);
    }

    private static StoredProfile profile(ProfileRow row, int itemBytes) {
        byte[] body = row.body().asByteArray();
        return new StoredProfile(
                ProfileCodec.decode(new ShopperId(row.shopperId()), body), row.version(), body, itemBytes);
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
