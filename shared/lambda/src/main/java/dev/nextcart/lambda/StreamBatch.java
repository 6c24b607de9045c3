package dev.nextcart.lambda;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A batch from a stream, Kinesis or a table's: the first record that is not settled is reported by its sequence number, and the stream
 * delivers again from there. Records after it may have been worked on already; delivering them again must be safe.
 */
public final class StreamBatch {
    private StreamBatch() {}

    /** Works on the batch and says where the stream has to start again, if anywhere. */
    public static StreamsEventResponse walk(KinesisEvent event, BatchWork work) {
        List<Delivery> deliveries =
                Objects.requireNonNullElse(event.getRecords(), List.<KinesisEvent.KinesisEventRecord>of()).stream()
                        .map(StreamBatch::delivery)
                        .toList();
        int firstUnsettled = Walk.with(work).of(deliveries, true).indexOf(false);
        return firstUnsettled < 0
                ? done()
                : startAgainAt(deliveries.get(firstUnsettled).id());
    }

    /** Works on the changes of a table and says where its stream has to start again, if anywhere. */
    public static StreamsEventResponse walk(DynamodbEvent event, ChangeWork work) {
        List<DynamodbStreamRecord> changes = Objects.requireNonNullElse(event.getRecords(), List.of());
        int firstUnsettled = new Walk<>(work::settle, StreamBatch::sequenceNumber)
                .of(changes, true)
                .indexOf(false);
        return firstUnsettled < 0 ? done() : startAgainAt(sequenceNumber(changes.get(firstUnsettled)));
    }

    private static StreamsEventResponse done() {
        return new StreamsEventResponse(List.of());
    }

    private static StreamsEventResponse startAgainAt(String sequenceNumber) {
        return new StreamsEventResponse(List.of(new BatchItemFailure(sequenceNumber)));
    }

    private static String sequenceNumber(DynamodbStreamRecord change) {
        return change.getDynamodb().getSequenceNumber();
    }

    private static Delivery delivery(KinesisEvent.KinesisEventRecord record) {
        KinesisEvent.Record kinesis = record.getKinesis();
        return new Delivery(
                kinesis.getSequenceNumber(),
                StandardCharsets.UTF_8.decode(kinesis.getData().duplicate()).toString());
    }
}
