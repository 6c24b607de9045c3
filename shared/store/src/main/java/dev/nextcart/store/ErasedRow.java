package dev.nextcart.store;

import dev.nextcart.domain.event.ShopperKey;
import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/** What the index {@value #INDEX} of the profiles holds: of tombstones only, since no profile has its partition key. */
record ErasedRow(ShopperKey key, String erasedOn, Instant expiresAt) {
    static final String INDEX = "erased-index";
    private static final String SHOPPER_KEY = "shopperKey";
    private static final String ERASED_ON = "erasedOn";
    private static final String EXPIRES_AT = "expiresAt";

    static TableSchema<ErasedRow> schema() {
        return Columns.schema(ErasedRow.class, ErasedRow::of)
                .with(
                        SHOPPER_KEY,
                        String.class,
                        row -> row.key.value(),
                        StaticAttributeTags.primaryPartitionKey(),
                        StaticAttributeTags.secondarySortKey(INDEX))
                .with(ERASED_ON, String.class, ErasedRow::erasedOn, StaticAttributeTags.secondaryPartitionKey(INDEX))
                .with(EXPIRES_AT, Long.class, row -> row.expiresAt.getEpochSecond())
                .build();
    }

    private static ErasedRow of(Columns columns) {
        return new ErasedRow(
                new ShopperKey(columns.get(SHOPPER_KEY, String.class)),
                columns.get(ERASED_ON, String.class),
                Instant.ofEpochSecond(columns.get(EXPIRES_AT, Long.class)));
    }
}
