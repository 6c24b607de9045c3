package dev.nextcart.store;

import dev.nextcart.domain.event.ShopperId;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
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
        TableSchema<SaleLineRow> lines = SaleLineRow.schema();
        TableSchema<RollupRow> rollups = RollupRow.schema();
        return items(tables.sales()).map(item -> {
            boolean isRollup = AttributeValue.fromS(SaleKey.ROLLUP).equals(item.get(SaleLineRow.LINE));
            return isRollup
                    ? new StoredSale.Sum(rollups.mapToItem(item).toRollup())
                    : new StoredSale.Line(lines.mapToItem(item).line());
        });
    }

    public Stream<StoredLateEvent> lateEvents() {
        return items(tables.lateEvents())
                .map(LateEventRow.schema()::mapToItem)
                .map(row -> new StoredLateEvent(new ShopperId(row.shopperId()), row.eventId(), row.payload()));
    }

    public Stream<StoredRefusal> refusals() {
        return items(tables.refusedEvents())
                .map(RefusedEventRow.schema()::mapToItem)
                .map(row -> new StoredRefusal(row.refusalId(), row.toRefusal(), row.payloadBytes()));
    }

    private static StoredProfile profile(ProfileRow row, int itemBytes) {
        byte[] body = row.body().asByteArray();
        return new StoredProfile(
                ProfileCodec.decode(new ShopperId(row.shopperId()), body), row.version(), body, itemBytes);
    }

    private Stream<Map<String, AttributeValue>> items(String table) {
        TableSchema<EnhancedDocument> anything = TableSchema.documentSchemaBuilder()
                .attributeConverterProviders(AttributeConverterProvider.defaultProvider())
                .build();
        ScanEnhancedRequest request =
                ScanEnhancedRequest.builder().consistentRead(true).build();
        Iterator<Page<EnhancedDocument>> pages =
                client.table(table, anything).scan(request).iterator();
        return Stream.generate(() -> DynamoDbCall.orBusy("scan " + table, () -> next(pages)))
                .takeWhile(Optional::isPresent)
                .flatMap(page -> page.orElseThrow().items().stream())
                .map(EnhancedDocument::toMap);
    }

    private static <T> Optional<T> next(Iterator<T> pages) {
        return pages.hasNext() ? Optional.of(pages.next()) : Optional.empty();
    }
}
