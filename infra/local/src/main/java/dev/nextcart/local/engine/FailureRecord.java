package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.engine.DeadLetter.LostRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what a stream's source wrote to a bucket about a batch it gave up. */
public final class FailureRecord {
    /** What the key of every such object begins with. */
    public static final String PREFIX = FailureBucket.PREFIX;

    private static final int ARN_PARTS = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private FailureRecord() {}

    /**
     * An object as a dead letter: its key is the message id, its text the body.
     *
     * @throws IllegalArgumentException when it is no such record
     */
    public static DeadLetter read(String key, byte[] object) {
        try {
            JsonNode record = JSON.readTree(object);
            JsonNode context = record.required("requestContext");
            JsonNode batch = record.path("KinesisBatchInfo").isObject()
                    ? record.path("KinesisBatchInfo")
                    : record.required("DDBStreamBatchInfo");
            return new DeadLetter(
                    key,
                    Instant.parse(record.required("timestamp").asText()),
                    new String(object, StandardCharsets.UTF_8),
                    Map.of(
                            DeadLetter.SOURCE_STREAM,
                            streamName(batch.required("streamArn").asText()),
                            "Condition",
                            context.required("condition").asText(),
                            "Invocations",
                            context.required("approximateInvokeCount").asText()),
                    records(record.required("payload").asText()));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(key + " is no record of a failed invocation: " + e.getMessage(), e);
        }
    }

    /** {@code …:stream/NAME} of Kinesis, {@code …:table/NAME/stream/LABEL} of a table, with colons in the label. */
    private static String streamName(String arn) {
        String resource = arn.split(":", ARN_PARTS)[ARN_PARTS - 1];
        return resource.split("/", -1)[1];
    }

    private static List<LostRecord> records(String payload) throws IOException {
        List<LostRecord> records = new ArrayList<>();
        for (JsonNode each : JSON.readTree(payload).required("Records")) {
            records.add(each.has("kinesis") ? click(each.path("kinesis")) : change(each));
        }
        return records;
    }

    private static LostRecord click(JsonNode kinesis) throws IOException {
        return new LostRecord(
                kinesis.required("partitionKey").asText(),
                kinesis.required("sequenceNumber").asText(),
                kinesis.required("data").binaryValue());
    }

    private static LostRecord change(JsonNode record) {
        JsonNode change = record.required("dynamodb");
        return new LostRecord(
                change.required("Keys").toString(),
                change.required("SequenceNumber").asText(),
                record.toString().getBytes(StandardCharsets.UTF_8));
    }
}
