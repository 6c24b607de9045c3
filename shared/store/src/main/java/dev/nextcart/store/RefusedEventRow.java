package dev.nextcart.store;

import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.domain.event.ShopperKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item of the refused events table. A message lies under each shopper it names, so that it can be found when one of
 * them is to be forgotten; what names nobody is spread over partitions by its hash.
 *
 * @param partition a {@link ShopperKey}, or {@code none#} and the first two digits of the refusal id
 * @param partitions all under which this message lies
 * @param refusalId hex SHA-256 of the whole payload, as UTF-8
 * @param payload empty if it names an erased shopper
 * @param payloadBytes length of the whole payload, as UTF-8
 * @param refusedAt ISO-8601, for people
 * @param expiresAt epoch seconds at which DynamoDB may drop the item
 */
record RefusedEventRow(
        String partition,
        List<String> partitions,
        String refusalId,
        String source,
        String messageId,
        String reason,
        Optional<KeptPayload> payload,
        long payloadBytes,
        String refusedAt,
        long expiresAt) {
    static final String SHOPPER_KEY = "shopperKey";
    private static final String SHOPPER_KEYS = "shopperKeys";
    private static final String NOBODY = "none#";
    private static final int NOBODY_HEX_DIGITS = 2;
    private static final String WITHHELD = "its shopper is erased";
    private static final String CROWDED = "it names too many shoppers to be forgotten by one; its payload is not kept";
    static final String REFUSAL_ID = "refusalId";
    private static final String SOURCE = "source";
    private static final String MESSAGE_ID = "messageId";
    private static final String REASON = "reason";
    private static final String PAYLOAD_BYTES = "payloadBytes";
    private static final String REFUSED_AT = "refusedAt";
    private static final String EXPIRES_AT = "expiresAt";

    /** A quarter to notice, mend and send again. */
    private static final Duration KEPT_FOR = Duration.ofDays(90);

    /** Of a message that names nobody. */
    static RefusedEventRow of(Refusal refusal) {
        byte[] utf8 = refusal.payload().getBytes(StandardCharsets.UTF_8);
        String partition = nobody(Sha256.hex(utf8));
        return whole(refusal, utf8, partition, List.of(partition));
    }

    /** One for each shopper that a message names. */
    static Map<ShopperKey, RefusedEventRow> of(Refusal refusal, Collection<ShopperKey> named) {
        byte[] utf8 = refusal.payload().getBytes(StandardCharsets.UTF_8);
        List<String> partitions = named.stream().map(ShopperKey::value).toList();
        Map<ShopperKey, RefusedEventRow> rows = new LinkedHashMap<>();
        named.forEach(shopper -> rows.put(shopper, whole(refusal, utf8, shopper.value(), partitions)));
        return rows;
    }

    /** That a message came which names an erased shopper, and nothing of what it says. */
    static RefusedEventRow withheld(Refusal refusal, ShopperKey erased) {
        byte[] utf8 = refusal.payload().getBytes(StandardCharsets.UTF_8);
        return row(refusal, utf8, erased.value(), List.of(erased.value()), WITHHELD, Optional.empty());
    }

    /** Of a message that names more shoppers than can be told apart: nothing of it is kept that names one. */
    static RefusedEventRow crowded(Refusal refusal) {
        byte[] utf8 = refusal.payload().getBytes(StandardCharsets.UTF_8);
        String partition = nobody(Sha256.hex(utf8));
        return row(refusal, utf8, partition, List.of(partition), CROWDED, Optional.empty());
    }

    private static RefusedEventRow whole(Refusal refusal, byte[] utf8, String partition, List<String> partitions) {
        KeptPayload payload = KeptPayload.of(utf8);
        String reason = refusal.reason() + payload.whatIsMissing(utf8.length);
        return row(refusal, utf8, partition, partitions, reason, Optional.of(payload));
    }

    private static RefusedEventRow row(
            Refusal refusal,
            byte[] utf8,
            String partition,
            List<String> partitions,
            String reason,
            Optional<KeptPayload> payload) {
        return new RefusedEventRow(
                partition,
                partitions,
                Sha256.hex(utf8),
                refusal.source(),
                refusal.messageId(),
                reason,
                payload,
                utf8.length,
                refusal.refusedAt().toString(),
                refusal.refusedAt().plus(KEPT_FOR).getEpochSecond());
    }

    StoredRefusal toStored(Redrive redrive) {
        return new StoredRefusal(
                refusalId,
                new Refusal(
                        source,
                        messageId,
                        reason,
                        payload.map(KeptPayload::text).orElse(""),
                        Instant.parse(refusedAt)),
                payloadBytes,
                partition.startsWith(NOBODY) ? Optional.empty() : Optional.of(new ShopperKey(partition)),
                payload.isEmpty(),
                redrive);
    }

    /** The key of the item that was read as this. */
    static Map<String, AttributeValue> key(StoredRefusal stored) {
        String partition = stored.shopper().map(ShopperKey::value).orElseGet(() -> nobody(stored.refusalId()));
        return Map.of(
                SHOPPER_KEY, AttributeValue.fromS(partition), REFUSAL_ID, AttributeValue.fromS(stored.refusalId()));
    }

    private static String nobody(String refusalId) {
        return NOBODY + refusalId.substring(0, NOBODY_HEX_DIGITS);
    }

    static TableSchema<RefusedEventRow> schema() {
        Columns.Schema<RefusedEventRow> schema = Columns.schema(RefusedEventRow.class, RefusedEventRow::of)
                .with(SHOPPER_KEY, String.class, RefusedEventRow::partition, StaticAttributeTags.primaryPartitionKey())
                .with(REFUSAL_ID, String.class, RefusedEventRow::refusalId, StaticAttributeTags.primarySortKey())
                .with(SHOPPER_KEYS, String.class, RefusedEventRow::severalPartitions)
                .with(SOURCE, String.class, RefusedEventRow::source)
                .with(MESSAGE_ID, String.class, RefusedEventRow::messageId)
                .with(REASON, String.class, RefusedEventRow::reason)
                .with(PAYLOAD_BYTES, Long.class, RefusedEventRow::payloadBytes)
                .with(REFUSED_AT, String.class, RefusedEventRow::refusedAt)
                .with(EXPIRES_AT, Long.class, RefusedEventRow::expiresAt);
        return KeptPayload.columns(schema, RefusedEventRow::payload).build();
    }

    private @Nullable String severalPartitions() {
        return partitions.size() > 1 ? String.join(" ", partitions) : null;
    }

    private static RefusedEventRow of(Columns columns) {
        String partition = columns.get(SHOPPER_KEY, String.class);
        return new RefusedEventRow(
                partition,
                columns.find(SHOPPER_KEYS, String.class)
                        .map(keys -> List.of(keys.split(" ")))
                        .orElse(List.of(partition)),
                columns.get(REFUSAL_ID, String.class),
                columns.get(SOURCE, String.class),
                columns.get(MESSAGE_ID, String.class),
                columns.get(REASON, String.class),
                KeptPayload.find(columns),
                columns.get(PAYLOAD_BYTES, Long.class),
                columns.get(REFUSED_AT, String.class),
                columns.get(EXPIRES_AT, Long.class));
    }
}
