package dev.nextcart.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A batch from a queue: each message that is not settled is reported by its id and comes back alone. */
public final class SqsBatch {
    private SqsBatch() {}

    /** Works on the batch and says which messages must come back; the others are deleted from the queue. */
    public static SQSBatchResponse walk(SQSEvent event, BatchWork work) {
        List<Delivery> deliveries =
                Objects.requireNonNullElse(event.getRecords(), List.<SQSEvent.SQSMessage>of()).stream()
                        .map(message ->
                                new Delivery(message.getMessageId(), Objects.requireNonNullElse(message.getBody(), "")))
                        .toList();
        List<Boolean> settled = Walk.with(work).of(deliveries, false);
        return new SQSBatchResponse(IntStream.range(0, deliveries.size())
                .filter(place -> !settled.get(place))
                .mapToObj(place -> new BatchItemFailure(deliveries.get(place).id()))
                .toList());
    }
}
