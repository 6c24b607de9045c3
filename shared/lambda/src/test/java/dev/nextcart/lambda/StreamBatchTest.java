package dev.nextcart.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StreamBatchTest {
    @Test
    void the_first_unsettled_record_is_reported() {
        List<String> failed = walk(event("1", "2", "3"), deliveries -> List.of(true, false, false));

        assertEquals(List.of("2"), failed);
    }

    @Test
    void nothing_is_reported_when_all_are_settled() {
        List<String> failed = walk(event("1", "2"), deliveries -> List.of(true, true));

        assertEquals(List.of(), failed);
    }

    @Test
    void a_record_that_breaks_the_work_stops_the_stream_there_and_not_before() {
        List<String> tried = new ArrayList<>();
        BatchWork work = deliveries -> {
            if (deliveries.stream().anyMatch(d -> d.id().equals("2"))) {
                throw new IllegalStateException("record 2 breaks the work");
            }
            deliveries.forEach(d -> tried.add(d.id()));
            return deliveries.stream().map(d -> true).toList();
        };

        List<String> failed = walk(event("1", "2", "3"), work);

        assertEquals(List.of("2"), failed);
        assertEquals(List.of("1"), tried);
    }

    @Test
    void record_bytes_are_read_as_utf_8() {
        List<String> payloads = new ArrayList<>();

        walk(event("1"), deliveries -> {
            deliveries.forEach(d -> payloads.add(d.payload()));
            return List.of(true);
        });

        assertEquals(List.of("click 1 ☕"), payloads);
    }

    private static List<String> walk(KinesisEvent event, BatchWork work) {
        return StreamBatch.walk(event, work).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static KinesisEvent event(String... sequenceNumbers) {
        KinesisEvent event = new KinesisEvent();
        event.setRecords(Stream.of(sequenceNumbers).map(StreamBatchTest::record).toList());
        return event;
    }

    private static KinesisEvent.KinesisEventRecord record(String sequenceNumber) {
        KinesisEvent.Record kinesis = new KinesisEvent.Record();
        kinesis.setSequenceNumber(sequenceNumber);
        kinesis.setData(ByteBuffer.wrap(("click " + sequenceNumber + " ☕").getBytes(StandardCharsets.UTF_8)));
        KinesisEvent.KinesisEventRecord record = new KinesisEvent.KinesisEventRecord();
        record.setKinesis(kinesis);
        return record;
    }
}
