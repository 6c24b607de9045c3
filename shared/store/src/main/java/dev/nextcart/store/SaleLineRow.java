package dev.nextcart.store;

import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.ledger.SaleLine;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/** One line in the sales table. */
record SaleLineRow(SaleKey key, SaleLine line) {
    static final String BUCKET = "bucket";
    static final String LINE = "line";
    private static final String PRODUCT_ID = "productId";
    private static final String EVENT_ID = "eventId";
    private static final String PLACE = "place";
    private static final String KIND = "kind";
    private static final String QUANTITY = "quantity";
    private static final String UNIT_PRICE_CENTS = "unitPriceCents";
    private static final String CURRENCY = "currency";

    static SaleLineRow of(SaleLine line) {
        return new SaleLineRow(SaleKey.of(line), line);
    }

    static TableSchema<SaleLineRow> schema() {
        return Columns.schema(SaleLineRow.class, SaleLineRow::of)
                .with(BUCKET, String.class, row -> row.key.bucket(), StaticAttributeTags.primaryPartitionKey())
                .with(LINE, String.class, row -> row.key.line(), StaticAttributeTags.primarySortKey())
                .with(PRODUCT_ID, String.class, row -> row.line.product().value())
                .with(EVENT_ID, String.class, row -> row.line.eventId())
                .with(PLACE, Integer.class, row -> row.line.line())
                .with(KIND, String.class, row -> row.line.kind().name())
                .with(QUANTITY, Integer.class, row -> row.line.quantity())
                .with(UNIT_PRICE_CENTS, Long.class, row -> row.line.unitPriceCents())
                .with(CURRENCY, String.class, row -> row.line.currency())
                .build();
    }

    private static SaleLineRow of(Columns columns) {
        SaleKey key = new SaleKey(columns.get(BUCKET, String.class), columns.get(LINE, String.class));
        return new SaleLineRow(
                key,
                new SaleLine(
                        key.dayBucket().day(),
                        new ProductId(columns.get(PRODUCT_ID, String.class)),
                        columns.get(EVENT_ID, String.class),
                        columns.get(PLACE, Integer.class),
                        SaleLine.Kind.valueOf(columns.get(KIND, String.class)),
                        columns.get(QUANTITY, Integer.class),
                        columns.get(UNIT_PRICE_CENTS, Long.class),
                        columns.get(CURRENCY, String.class)));
    }
}
