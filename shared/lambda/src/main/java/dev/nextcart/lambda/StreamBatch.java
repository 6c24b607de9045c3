package dev.nextcart.lambda;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A batch from a stream: the first record that is not settled is reported by its sequence number, and the stream
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
        int firstUnsettled = Walk.of(deliveries, work, true).indexOf(false);
        return new StreamsEventResponse(
                firstUnsettled < 0
                        ? List.of()
                        : List.of(new BatchItemFailure(
                                deliveries.get(firstUnsettled).id())));
    }

    private static Delivery delivery(KinesisEvent.KinesisEventRecord record) {
        KinesisEvent.Record kinesis = record.getKinesis();
        return new Delivery(
                kinesis.getSequenceNumber(),
                StandardCharsets.UTF_8.decode(kinesis.getData().duplicate()).toString());
    }
}
