package dev.nextcart.store;

import dev.nextcart.domain.event.Refusals.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;

/**
 * One item of the refused events table.
 *
 * @param refusalId hex SHA-256 of the whole payload, as UTF-8
 * @param payloadBytes length of the whole payload, as UTF-8
 * @param refusedAt ISO-8601, for people
 * @param expiresAt epoch seconds at which DynamoDB may drop the item
 */
record RefusedEventRow(
        String refusalId,
        String source,
        String messageId,
        String reason,
        KeptPayload payload,
        long payloadBytes,
        String refusedAt,
        long expiresAt) {
    static final String REFUSAL_ID = "refusalId";
    private static final String SOURCE = "source";
    private static final String MESSAGE_ID = "messageId";
    private static final String REASON = "reason";
    private static final String PAYLOAD_BYTES = "payloadBytes";
    private static final String REFUSED_AT = "refusedAt";
    private static final String EXPIRES_AT = "expiresAt";

    /** A quarter to notice, mend and send again. */
    private static final Duration KEPT_FOR = Duration.ofDays(90);

    static RefusedEventRow of(Refusal refusal) {
        byte[] utf8 = refusal.payload().getBytes(StandardCharsets.UTF_8);
        KeptPayload payload = KeptPayload.of(utf8);
        return new RefusedEventRow(
                Sha256.hex(utf8),
                refusal.source(),
                refusal.messageId(),
                refusal.reason() + payload.whatIsMissing(utf8.length),
                payload,
                utf8.length,
                refusal.refusedAt().toString(),
                refusal.refusedAt().plus(KEPT_FOR).getEpochSecond());
    }

    Refusal toRefusal() {
        return new Refusal(source, messageId, reason, payload.text(), Instant.parse(refusedAt));
    }

    static TableSchema<RefusedEventRow> schema() {
        Columns.Schema<RefusedEventRow> schema = Columns.schema(RefusedEventRow.class, RefusedEventRow::of)
                .with(REFUSAL_ID, String.class, RefusedEventRow::refusalId, StaticAttributeTags.primaryPartitionKey())
                .with(SOURCE, String.class, RefusedEventRow::source)
                .with(MESSAGE_ID, String.class, RefusedEventRow::messageId)
                .with(REASON, String.class, RefusedEventRow::reason)
                .with(PAYLOAD_BYTES, Long.class, RefusedEventRow::payloadBytes)
                .with(REFUSED_AT, String.class, RefusedEventRow::refusedAt)
                .with(EXPIRES_AT, Long.class, RefusedEventRow::expiresAt);
        return KeptPayload.columns(schema, RefusedEventRow::payload).build();
    }

    private static RefusedEventRow of(Columns columns) {
        return new RefusedEventRow(
                columns.get(REFUSAL_ID, String.class),
                columns.get(SOURCE, String.class),
                columns.get(MESSAGE_ID, String.class),
                columns.get(REASON, String.class),
                KeptPayload.of(columns),
                columns.get(PAYLOAD_BYTES, Long.class),
                columns.get(REFUSED_AT, String.class),
                columns.get(EXPIRES_AT, Long.class));
    }
}
