package dev.nextcart.local.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.template.QueueSpec;
import dev.nextcart.local.template.QueueSpec.Redrive;
import dev.nextcart.local.template.RuleSpec;
import dev.nextcart.local.template.SourceSpec;
import dev.nextcart.local.template.SourceSpec.QueueSource;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import dev.nextcart.local.template.StreamSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Templates to test with: queue "orders" with its dead letters, stream "clicks" with its failures, one function each. */
final class Templates {
    static final Duration VISIBILITY = Duration.ofSeconds(90);
    static final Duration RETENTION = Duration.ofHours(6);
    static final int MAX_RECEIVES = 3;

    private Templates() {}

    static QueueSource queueSource() {
        return new QueueSource("orders-source", "orders", 10, Duration.ofSeconds(1), true, 5);
    }

    static QueueSource queueSource(int batchSize, Duration window, boolean reports, int concurrency) {
        return new QueueSource("orders-source", "orders", batchSize, window, reports, concurrency);
    }

    static StreamSource streamSource() {
        return streamSource(4, true, 2, 1);
    }

    static StreamSource streamSource(int batchSize, boolean bisect, int retries, int parallel) {
        return new StreamSource(
                "clicks-source",
                "clicks",
                batchSize,
                Duration.ofSeconds(1),
                true,
                "TRIM_HORIZON",
                retries,
                Duration.ofHours(1),
                bisect,
                parallel,
                "clicks-failed");
    }

    static CloudTemplate queues(QueueSource source) {
        return template(Map.of(), 1, List.of(source));
    }

    static CloudTemplate stream(int shards, StreamSource source) {
        return template(Map.of(), shards, List.of(source));
    }

    static CloudTemplate rules(Map<String, String> patterns) {
        return template(patterns, 1, List.of(queueSource()));
    }

    static CloudTemplate template(Map<String, String> patterns, int shards, List<SourceSpec> sources) {
        return new CloudTemplate(
                Map.of("bus", "shop"),
                patterns.entrySet().stream()
                        .map(each -> new RuleSpec(each.getKey(), "bus", json(each.getValue()), List.of("orders")))
                        .collect(Collectors.toMap(RuleSpec::id, Function.identity())),
                Stream.of(
                                queue("orders", Optional.of(new Redrive("orders-dead", MAX_RECEIVES))),
                                queue("orders-dead", Optional.empty()),
                                queue("clicks-failed", Optional.empty()))
                        .collect(Collectors.toMap(QueueSpec::id, Function.identity())),
                Map.of(
                        "clicks",
                        new StreamSpec(
                                "clicks", "nextcart-clicks", arn("kinesis", "stream/clicks"), shards, RETENTION)),
                Map.of(),
                sources.stream()
                        .map(Templates::function)
                        .collect(Collectors.toMap(FunctionSpec::id, Function.identity())));
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static FunctionSpec function(SourceSpec source) {
        String name = source.id() + "-function";
        return new FunctionSpec(
                name,
                name,
                arn("lambda", "function:" + name),
                "functions.zip",
                "handler",
                Duration.ofSeconds(60),
                512,
                Map.of(),
                List.of(source));
    }

    private static QueueSpec queue(String id, Optional<Redrive> redrive) {
        return new QueueSpec(id, "nextcart-" + id, arn("sqs", "nextcart-" + id), VISIBILITY, RETENTION, redrive);
    }

    private static String arn(String service, String resource) {
        return "arn:aws:" + service + ":us-east-1:000000000000:" + resource;
    }
}
