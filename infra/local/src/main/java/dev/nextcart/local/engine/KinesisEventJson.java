package dev.nextcart.local.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The event of a Kinesis event source, as "Using Lambda with Kinesis Data Streams" documents it. */
final class KinesisEventJson implements BatchJson {
    /** Everything of a record but its key and data: sequence number twice, ARNs. About 700 bytes with long names. */
    private static final int OVERHEAD_BYTES = 1_024;

    private static final int MILLIS_DIGITS = 3;

    private final EventJson json = new EventJson();
    private final String streamArn;
    private final String roleArn;

    KinesisEventJson(String streamArn, String functionName) {
        this.streamArn = streamArn;
        this.roleArn = "arn:aws:iam::" + Place.ACCOUNT + ":role/" + functionName;
    }

    /** At least what a record takes in an event; data travels in base64. */
    static int bytes(String partitionKey, int dataBytes) {
        return OVERHEAD_BYTES + EventJson.escapedBytes(partitionKey) + ((dataBytes + 2) / 3) * 4;
    }

    @Override
    public String write(List<StreamRecord> batch) {
        int bytes = batch.stream().mapToInt(StreamRecord::eventBytes).sum();
        return json.write(batch, bytes, this::record);
    }

    @Override
    public JsonNode seen(StreamRecord record) {
        ObjectNode seen = JsonNodeFactory.instance
                .objectNode()
                .put("partitionKey", record.partitionKey())
                .put("sequenceNumber", record.sequenceNumber());
        return seen.set("data", EventFilter.content(new String(record.data(), StandardCharsets.UTF_8)));
    }

    private void record(JsonGenerator out, StreamRecord record) throws IOException {
        out.writeObjectFieldStart("kinesis");
        out.writeStringField("kinesisSchemaVersion", "1.0");
        out.writeStringField("partitionKey", record.partitionKey());
        out.writeStringField("sequenceNumber", record.sequenceNumber());
        out.writeFieldName("data");
        out.writeBinary(record.data());
        out.writeNumberField(
                "approximateArrivalTimestamp",
                BigDecimal.valueOf(record.arrivedAt().toEpochMilli(), MILLIS_DIGITS));
        out.writeEndObject();
        out.writeStringField("eventSource", "aws:kinesis");
        out.writeStringField("eventVersion", "1.0");
        out.writeStringField("eventID", record.shardId() + ":" + record.sequenceNumber());
        out.writeStringField("eventName", "aws:kinesis:record");
        out.writeStringField("invokeIdentityArn", roleArn);
        out.writeStringField("awsRegion", Place.REGION);
        out.writeStringField("eventSourceARN", streamArn);
    }
}
