package dev.nextcart.store;

import dev.nextcart.domain.event.Category;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ProductChanged;
import dev.nextcart.domain.event.ProductId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/** One item of the catalogue: a product's newest change, field by field, for whoever reads the table by hand. */
record CatalogueRow(ProductChanged change) {
    static final String PRODUCT_ID = "productId";
    static final String OCCURRED_AT_MILLIS = "occurredAtMillis";
    static final String EVENT_ID = "eventId";
    private static final String TITLE = "title";
    private static final String DESCRIPTION = "description";
    private static final String CATEGORY = "category";
    private static final String PRICE_CENTS = "priceCents";
    private static final String CURRENCY = "currency";
    private static final String STOCK = "stock";

    static TableSchema<CatalogueRow> schema() {
        return Columns.schema(CatalogueRow.class, CatalogueRow::of)
                .with(
                        PRODUCT_ID,
                        String.class,
                        row -> row.change.product().value(),
                        StaticAttributeTags.primaryPartitionKey())
                .with(OCCURRED_AT_MILLIS, Long.class, row -> row.change.origin().occurredAtMillis())
                .with(EVENT_ID, String.class, row -> row.change.eventId())
                .with(TITLE, String.class, row -> row.change.title())
                .with(DESCRIPTION, String.class, row -> row.change.description())
                .with(CATEGORY, String.class, CatalogueRow::category)
                .with(PRICE_CENTS, Long.class, row -> row.change.priceCents())
                .with(CURRENCY, String.class, row -> row.change.currency())
                .with(STOCK, Integer.class, CatalogueRow::stock)
                .build();
    }

    private @Nullable String category() {
        return change.category().map(Category::value).orElse(null);
    }

    private @Nullable Integer stock() {
        return change.stock().isPresent() ? change.stock().getAsInt() : null;
    }

    private static CatalogueRow of(Columns columns) {
        Optional<Integer> stock = columns.find(STOCK, Integer.class);
        return new CatalogueRow(new ProductChanged(
                new Origin(
                        columns.get(EVENT_ID, String.class),
                        Instant.ofEpochMilli(columns.get(OCCURRED_AT_MILLIS, Long.class))),
                new ProductId(columns.get(PRODUCT_ID, String.class)),
                columns.get(TITLE, String.class),
                columns.get(DESCRIPTION, String.class),
                columns.find(CATEGORY, String.class).map(Category::new),
                columns.get(PRICE_CENTS, Long.class),
                columns.get(CURRENCY, String.class),
                stock.map(OptionalInt::of).orElseGet(OptionalInt::empty)));
    }
}
