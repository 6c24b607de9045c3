package dev.nextcart.store;

import dev.nextcart.domain.ledger.Rollup;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/**
 * A bucket's rollup in the sales table.
 *
 * @param lines lines summed, for the condition of the next write
 */
record RollupRow(SaleKey key, long lines, SdkBytes body) {
    static final String LINES = "lines";
    private static final String BODY = "body";

    static RollupRow of(Rollup rollup) {
        return new RollupRow(
                SaleKey.ofRollup(rollup.bucket()),
                rollup.lines(),
                SdkBytes.fromByteArrayUnsafe(RollupCodec.encode(rollup)));
    }

    Rollup toRollup() {
        return RollupCodec.decode(key.dayBucket(), body.asByteArrayUnsafe());
    }

    static TableSchema<RollupRow> schema() {
        return Columns.schema(RollupRow.class, RollupRow::of)
                .with(
                        SaleLineRow.BUCKET,
                        String.class,
                        row -> row.key.bucket(),
                        StaticAttributeTags.primaryPartitionKey())
                .with(SaleLineRow.LINE, String.class, row -> row.key.line(), StaticAttributeTags.primarySortKey())
                .with(LINES, Long.class, RollupRow::lines)
                .with(BODY, SdkBytes.class, RollupRow::body)
                .build();
    }

    private static RollupRow of(Columns columns) {
        return new RollupRow(
                new SaleKey(columns.get(SaleLineRow.BUCKET, String.class), columns.get(SaleLineRow.LINE, String.class)),
                columns.get(LINES, Long.class),
                columns.get(BODY, SdkBytes.class));
    }
}
