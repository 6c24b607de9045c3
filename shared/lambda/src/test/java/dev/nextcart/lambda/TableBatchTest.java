package dev.nextcart.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableBatchTest {
    @Test
    void the_first_unsettled_change_is_reported_by_its_sequence_number() {
        List<String> failed = walk(event("1", "2", "3"), changes -> List.of(true, false, false));

        assertEquals(List.of("2"), failed);
    }

    @Test
    void nothing_is_reported_when_all_are_settled_or_there_are_none() {
        assertEquals(List.of(), walk(event("1", "2"), changes -> List.of(true, true)));
        assertEquals(List.of(), walk(new DynamodbEvent(), changes -> List.of()));
    }

    @Test
    void a_change_that_breaks_the_work_stops_the_stream_there_and_not_before() {
        List<String> done = new ArrayList<>();
        ChangeWork work = changes -> {
            if (changes.stream().anyMatch(change -> shopper(change).equals("shopper-2"))) {
                throw new IllegalStateException("shopper-2 breaks the work");
            }
            changes.forEach(change -> done.add(shopper(change)));
            return changes.stream().map(change -> true).toList();
        };

        List<String> failed = walk(event("1", "2", "3"), work);

        assertEquals(List.of("2"), failed);
        assertEquals(List.of("shopper-1"), done);
    }

    private static List<String> walk(DynamodbEvent event, ChangeWork work) {
        return StreamBatch.walk(event, work).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static String shopper(DynamodbStreamRecord change) {
        return change.getDynamodb()
                .getNewImage()
                .getOrDefault("shopperId", new AttributeValue())
                .getS();
    }

    private static DynamodbEvent event(String... sequenceNumbers) {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(Stream.of(sequenceNumbers).map(TableBatchTest::change).toList());
        return event;
    }

    private static DynamodbStreamRecord change(String sequenceNumber) {
        StreamRecord image = new StreamRecord();
        image.setSequenceNumber(sequenceNumber);
        image.setNewImage(Map.of("shopperId", new AttributeValue().withS("shopper-" + sequenceNumber)));
        DynamodbStreamRecord change = new DynamodbStreamRecord();
        change.setEventName("MODIFY");
        change.setDynamodb(image);
        return change;
    }
}
