package dev.nextcart.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqsBatchTest {
    @Test
    void only_unsettled_messages_are_reported() {
        SQSEvent event = event("m1", "m2", "m3");

        List<String> failed = walk(
                event,
                deliveries -> deliveries.stream().map(d -> !d.id().equals("m2")).toList());

        assertEquals(List.of("m2"), failed);
    }

    @Test
    void a_message_that_breaks_the_work_fails_alone() {
        List<String> settledAlone = new ArrayList<>();
        BatchWork work = deliveries -> {
            if (deliveries.stream().anyMatch(d -> d.id().equals("m1"))) {
                throw new IllegalStateException("m1 breaks the work");
            }
            deliveries.forEach(d -> settledAlone.add(d.id()));
            return deliveries.stream().map(d -> true).toList();
        };

        List<String> failed = walk(event("m1", "m2", "m3"), work);

        assertEquals(List.of("m1"), failed);
        assertEquals(List.of("m2", "m3"), settledAlone);
    }

    @Test
    void an_event_without_records_is_an_empty_batch() {
        assertEquals(List.of(), walk(new SQSEvent(), deliveries -> List.of()));
    }

    private static List<String> walk(SQSEvent event, BatchWork work) {
        return SqsBatch.walk(event, work).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static SQSEvent event(String... ids) {
        SQSEvent event = new SQSEvent();
        event.setRecords(Stream.of(ids)
                .map(id -> {
                    SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
                    message.setMessageId(id);
                    message.setBody("body of " + id);
                    return message;
                })
                .toList());
        return event;
    }
}
