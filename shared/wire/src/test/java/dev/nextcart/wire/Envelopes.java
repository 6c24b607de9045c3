package dev.nextcart.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.domain.event.Fingerprint;
import dev.nextcart.domain.event.ShopEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * An event as each way in wraps it, with every field the AWS Lambda Developer Guide shows ("Using Lambda with Amazon
 * SQS", "… with Amazon Kinesis Data Streams") and the Amazon EventBridge User Guide ("Event structure"), read 2026-11.
 */
final class Envelopes {
    private static final String REGION = "us-east-1";
    private static final String ACCOUNT = "000000000000";
    private static final int ARRIVAL_MILLIS = 183;
    private static final JsonMapper PRETTY = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Spacing.AFTER)
                            .withArrayEmptySeparator("")
                            .withObjectEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();
    private final EventWriter writer = new EventWriter();

    String eventBridge(ShopEvent event) {
        return pretty(bridged(event));
    }

    String sqs(ShopEvent event) {
        String body = bridged(event).toString();
        String sentMillis = String.valueOf(arrivedMillis(event));
        ObjectNode message = object().put("messageId", uuid("message", event))
                .put("receiptHandle", "AQEB" + base64("receipt of " + event.eventId()))
                .put("body", body);
        message.putObject("attributes")
                .put("ApproximateReceiveCount", "1")
                .put("SentTimestamp", sentMillis)
                .put("SenderId", "AIDAIENQZJOLO23YVJ4VO")
                .put("ApproximateFirstReceiveTimestamp", sentMillis);
        message.putObject("messageAttributes");
        String queue = event.stream().name().toLowerCase(Locale.ROOT);
        message.put("md5OfBody", md5(body))
                .put("eventSource", "aws:sqs")
                .put("eventSourceARN", "arn:aws:sqs:" + REGION + ":" + ACCOUNT + ":" + queue)
                .put("awsRegion", REGION);
        return pretty(records(message));
    }

    String kinesis(ShopEvent event) {
        String sequenceNumber = "49" + String.format("%054d", Fingerprint.of(event.eventId()) >>> 1);
        ObjectNode envelope = object();
        envelope.putObject("kinesis")
                .put("kinesisSchemaVersion", "1.0")
                .put("partitionKey", event.shopper().orElseThrow().value())
                .put("sequenceNumber", sequenceNumber)
                .put("data", base64(writer.write(event)))
                .put("approximateArrivalTimestamp", BigDecimal.valueOf(arrivedMillis(event), 3));
        envelope.put("eventSource", "aws:kinesis")
                .put("eventVersion", "1.0")
                .put("eventID", "shardId-000000000000:" + sequenceNumber)
                .put("eventName", "aws:kinesis:record")
                .put("invokeIdentityArn", "arn:aws:iam::" + ACCOUNT + ":role/clickstream-events")
                .put("awsRegion", REGION)
                .put("eventSourceARN", "arn:aws:kinesis:" + REGION + ":" + ACCOUNT + ":stream/clicks");
        return pretty(records(envelope));
    }

    private ObjectNode bridged(ShopEvent event) {
        ObjectNode envelope = object().put("version", "0")
                .put("id", uuid("bus", event))
                .put("detail-type", EventType.of(event).wireName())
                .put("source", "nextcart.shop")
                .put("account", ACCOUNT)
                .put("time", event.occurredAt().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", REGION);
        envelope.putArray("resources");
        return envelope.set("detail", Schemas.parse(writer.write(event)));
    }

    private static ObjectNode records(ObjectNode record) {
        ObjectNode batch = object();
        batch.putArray("Records").add(record);
        return batch;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static long arrivedMillis(ShopEvent event) {
        return event.occurredAt().toEpochMilli() + ARRIVAL_MILLIS;
    }

    private static String uuid(String what, ShopEvent event) {
        return UUID.nameUUIDFromBytes(bytes(what + ' ' + event.eventId())).toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(bytes(text));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String pretty(JsonNode tree) {
        try {
            return PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
