package dev.nextcart.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the sources that follow a stream, be it Kinesis or a table's. */
final class StreamSourceReader {
    private static final int BATCH = 100; // Lambda's default.
    private static final ObjectMapper JSON = new ObjectMapper();

    private StreamSourceReader() {}

    static StreamSource kinesis(String id, Fields source, Scope scope) {
        return source(id, scope.idOf(ResourceKind.STREAM, source.text("Stream"), source.at("Stream")), source, scope);
    }

    static StreamSource table(String id, Fields source, Scope scope) {
        String stream = source.text("Stream");
        int label = stream.indexOf("/stream/");
        if (label < 0) {
            throw new TemplateException(source.at("Stream"), "\"" + stream + "\" is no table's StreamArn");
        }
        String table = scope.idOf(ResourceKind.TABLE, stream.substring(0, label), source.at("Stream"));
        return source(id, table, source, scope);
    }

    /** Retries, age and destination must be given: AWS's default is to hold up the shard until the records expire. */
    private static StreamSource source(String id, String streamId, Fields source, Scope scope) {
        source.oneOf("Enabled", "true");
        source.oneOf("StartingPosition", "TRIM_HORIZON", "LATEST");
        return new StreamSource(
                id,
                streamId,
                source.integer("BatchSize", BATCH),
                source.seconds("MaximumBatchingWindowInSeconds", 0),
                FunctionReader.reportsItems(source),
                source.text("StartingPosition"),
                source.integer("MaximumRetryAttempts"),
                Duration.ofSeconds(source.integer("MaximumRecordAgeInSeconds")),
                source.flag("BisectBatchOnFunctionError", false),
                source.integer("ParallelizationFactor", 1),
                onFailure(source, scope),
                filters(source));
    }

    private static OnFailure onFailure(Fields source, Scope scope) {
        Fields destinations = source.object("DestinationConfig");
        Fields onFailure = destinations.object("OnFailure");
        onFailure.oneOf("Type", "SQS", "S3");
        String type = onFailure.text("Type");
        String destination = onFailure.text("Destination");
        String where = onFailure.at("Destination");
        onFailure.done();
        destinations.done();
        return type.equals("SQS")
                ? new OnFailure.ToQueue(scope.idOf(ResourceKind.QUEUE, destination, where))
                : new OnFailure.ToBucket(scope.idOf(ResourceKind.BUCKET, destination, where));
    }

    /** The patterns of {@code FilterCriteria}; a record that matches none of them is passed over. */
    static List<JsonNode> filters(Fields source) {
        return source.findObject("FilterCriteria")
                .map(criteria -> {
                    List<JsonNode> patterns = new ArrayList<>();
                    for (Fields filter : criteria.objects("Filters")) {
                        patterns.add(pattern(filter));
                        filter.done();
                    }
                    criteria.done();
                    return List.copyOf(patterns);
                })
                .orElse(List.of());
    }

    private static JsonNode pattern(Fields filter) {
        try {
            return JSON.readTree(filter.text("Pattern"));
        } catch (JsonProcessingException e) {
            throw new TemplateException(filter.at("Pattern"), "is not JSON: " + e.getOriginalMessage());
        }
    }
}
