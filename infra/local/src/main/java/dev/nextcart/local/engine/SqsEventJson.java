package dev.nextcart.local.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** The event of an SQS event source, as "Using Lambda with Amazon SQS" documents it. */
final class SqsEventJson {
    /** Everything of a record but its body: ids, ARN, attributes. About 600 bytes, with a long queue name. */
    private static final int OVERHEAD_BYTES = 1_024;

    private final EventJson json = new EventJson();
    private final String queueArn;

    SqsEventJson(String queueArn) {
        this.queueArn = queueArn;
    }

    /** At least what a message with this body takes in an event. */
    static int bytes(String body) {
        return OVERHEAD_BYTES + EventJson.escapedBytes(body);
    }

    String write(List<Delivery> batch) {
        int bytes = batch.stream().mapToInt(each -> each.message().eventBytes).sum();
        return json.write(batch, bytes, this::record);
    }

    private void record(JsonGenerator out, Delivery delivery) throws IOException {
        Message message = delivery.message();
        out.writeStringField("messageId", message.id);
        out.writeStringField("receiptHandle", delivery.receiptHandle());
        out.writeStringField("body", message.body);
        out.writeObjectFieldStart("attributes");
        out.writeStringField("ApproximateReceiveCount", Integer.toString(delivery.receive()));
        out.writeStringField("SentTimestamp", Long.toString(message.sentAt.toEpochMilli()));
        out.writeStringField("SenderId", Place.ACCOUNT);
        out.writeStringField("ApproximateFirstReceiveTimestamp", Long.toString(message.firstReceivedAt.toEpochMilli()));
        out.writeEndObject();
        out.writeObjectFieldStart("messageAttributes");
        out.writeEndObject();
        out.writeStringField("md5OfBody", message.md5);
        out.writeStringField("eventSource", "aws:sqs");
        out.writeStringField("eventSourceARN", queueArn);
        out.writeStringField("awsRegion", Place.REGION);
    }
}
