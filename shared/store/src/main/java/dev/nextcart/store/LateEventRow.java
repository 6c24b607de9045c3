package dev.nextcart.store;

import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/**
 * One item of the late events table.
 *
 * @param payload the event as canonical JSON
 */
record LateEventRow(String shopperId, String eventId, String payload) {
    static final String SHOPPER_ID = "shopperId";
    private static final String EVENT_ID = "eventId";
    private static final String PAYLOAD = "payload";

    static TableSchema<LateEventRow> schema() {
        return Columns.schema(LateEventRow.class, LateEventRow::of)
                .with(SHOPPER_ID, String.class, LateEventRow::shopperId, StaticAttributeTags.primaryPartitionKey())
                .with(EVENT_ID, String.class, LateEventRow::eventId, StaticAttributeTags.primarySortKey())
                .with(PAYLOAD, String.class, LateEventRow::payload)
                .build();
    }

    private static LateEventRow of(Columns columns) {
        return new LateEventRow(
                columns.get(SHOPPER_ID, String.class),
                columns.get(EVENT_ID, String.class),
                columns.get(PAYLOAD, String.class));
    }
}
