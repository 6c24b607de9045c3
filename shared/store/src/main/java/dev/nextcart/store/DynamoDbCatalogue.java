package dev.nextcart.store;

import dev.nextcart.domain.catalogue.Catalogue;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.GetItemEnhancedResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Products as one item each. A change of up to 1 KB costs one write unit, whether it is kept or was overtaken. */
public final class DynamoDbCatalogue implements Catalogue {
    private final DynamoDbTable<CatalogueRow> table;
    private final ConditionalPut<CatalogueRow> writer;
    private final StoreMeter meter;

    public DynamoDbCatalogue(DynamoDbEnhancedClient client, String table, StoreMeter meter) {
        this.table = client.table(table, CatalogueRow.schema());
        this.writer = new ConditionalPut<>(this.table, CatalogueRow.class, meter);
        this.meter = meter;
    }

    @Override
    public boolean put(ProductChanged change) {
        return writer.put(new CatalogueRow(change), newerThanStored(change), "keep product");
    }

    @Override
    public Optional<ProductChanged> find(ProductId product) {
        GetItemEnhancedRequest request = GetItemEnhancedRequest.builder()
                .key(Key.builder().partitionValue(product.value()).build())
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
        meter.request();
        GetItemEnhancedResponse<CatalogueRow> found =
                DynamoDbCall.orBusy("read product in " + table.tableName(), () -> table.getItemWithResponse(request));
        meter.read(found.consumedCapacity());
        return Optional.ofNullable(found.attributes()).map(CatalogueRow::change);
    }

    /** {@link ProductChanged#ORDER} in DynamoDB's words. */
    private static Expression newerThanStored(ProductChanged change) {
        return Expression.builder()
                .expression("attribute_not_exists(#product) OR #at < :at OR (#at = :at AND #id < :id)")
                .expressionNames(Map.of(
                        "#product", CatalogueRow.PRODUCT_ID,
                        "#at", CatalogueRow.OCCURRED_AT_MILLIS,
                        "#id", CatalogueRow.EVENT_ID))
                .expressionValues(Map.of(
                        ":at",
                                AttributeValue.fromN(
                                        Long.toString(change.origin().occurredAtMillis())),
                        ":id", AttributeValue.fromS(change.eventId())))
                .build();
    }
}
