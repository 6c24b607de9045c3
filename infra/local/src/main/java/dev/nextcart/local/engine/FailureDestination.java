package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.template.FunctionSpec;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;

/**
 * The on-failure destination of a stream's source: hears of each batch given up, in the JSON that "Retain discarded batch
 * records for a Kinesis Data Streams event source" and its like for DynamoDB document. To a queue goes metadata only, to a
 * bucket the whole event.
 */
final class FailureDestination {
    static final String RETRY_ATTEMPTS_EXHAUSTED = "RetryAttemptsExhausted";
    static final String RECORD_AGE_EXCEEDED = "RecordAgeExceeded";

    /** Always three digits of a second, as in AWS's example; {@link Instant#toString} leaves zeros out. */
    private static final int MILLIS_DIGITS = 3;

    private final DateTimeFormatter time =
            new DateTimeFormatterBuilder().appendInstant(MILLIS_DIGITS).toFormatter();
    private final FailureOutlet outlet;
    private final FunctionSpec function;
    private final StreamFacts stream;
    private final Timeline timeline;
    private final ObjectMapper mapper;
    private final Ids ids;

    FailureDestination(
            FailureOutlet outlet,
            FunctionSpec function,
            StreamFacts stream,
            Timeline timeline,
            ObjectMapper mapper,
            Ids ids) {
        this.outlet = outlet;
        this.function = function;
        this.stream = stream;
        this.timeline = timeline;
        this.mapper = mapper;
        this.ids = ids;
    }

    void take(Piece piece, String condition) {
        Map<String, String> reasons =
                Map.of("SourceStream", stream.name(), "Condition", condition, "LastFailure", piece.lastFailure());
        outlet.take(describe(piece, condition), piece, reasons);
    }

    private ObjectNode describe(Piece piece, String condition) {
        ObjectNode message = mapper.createObjectNode();
        message.putObject("requestContext")
                .put("requestId", ids.next())
                .put("functionArn", function.arn())
                .put("condition", condition)
                .put("approximateInvokeCount", piece.invocations());
        if (piece.invocations() > 0) {
            ObjectNode response = message.putObject("responseContext");
            response.put("statusCode", 200).put("executedVersion", "$LATEST");
            if (piece.functionError()) {
                response.put("functionError", "Unhandled");
            }
        }
        message.put("version", "1.0").put("timestamp", time.format(timeline.now()));
        describe(piece.records(), message.putObject(stream.batchInfo()));
        return message;
    }

    private void describe(List<StreamRecord> records, ObjectNode batch) {
        StreamRecord first = records.getFirst();
        StreamRecord last = records.getLast();
        batch.put("shardId", first.shardId())
                .put("startSequenceNumber", first.sequenceNumber())
                .put("endSequenceNumber", last.sequenceNumber())
                .put("approximateArrivalOfFirstRecord", time.format(first.arrivedAt()))
                .put("approximateArrivalOfLastRecord", time.format(last.arrivedAt()))
                .put("batchSize", records.size())
                .put("streamArn", stream.arn());
    }
}
