package dev.nextcart.local.template;

import dev.nextcart.local.template.SourceSpec.QueueSource;
import dev.nextcart.local.template.TemplateReader.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads functions and the sources that feed them. */
final class FunctionReader {
    // Lambda's and SAM's defaults.
    private static final int TIMEOUT_SECONDS = 3;
    private static final int MEMORY_MEGABYTES = 128;
    private static final int QUEUE_BATCH = 10;
    private static final int QUEUE_CONCURRENCY = 1_000;

    private FunctionReader() {}

    static FunctionSpec function(Resource function, Scope scope) {
        Fields fields = function.properties();
        fields.ofNoConsequenceHere(
                "FunctionName",
                "Description",
                "Role",
                "Policies",
                "Architectures",
                "Tracing",
                "LoggingConfig",
                "Tags",
                "PropagateTags",
                "KmsKeyArn",
                "SnapStart",
                "AutoPublishAlias",
                "VersionDescription",
                "RuntimeManagementConfig",
                "EphemeralStorage");
        fields.oneOf("Runtime", "java25", "provided.al2023");
        fields.oneOf("PackageType", "Zip");
        FunctionSpec spec = new FunctionSpec(
                function.id(),
                function.name(),
                function.arn(),
                fields.text("CodeUri"),
                fields.text("Handler"),
                fields.seconds("Timeout", TIMEOUT_SECONDS),
                fields.integer("MemorySize", MEMORY_MEGABYTES),
                environment(fields),
                sources(function, scope));
        fields.done();
        return spec;
    }

    private static Map<String, String> environment(Fields fields) {
        return fields.findObject("Environment")
                .map(environment -> {
                    Map<String, String> variables =
                            environment.object("Variables").textByName();
                    environment.done();
                    return Map.copyOf(variables);
                })
                .orElse(Map.of());
    }

    private static List<SourceSpec> sources(Resource function, Scope scope) {
        List<SourceSpec> sources = new ArrayList<>();
        ScheduleReader schedules = ScheduleReader.of(function, scope);
        function.properties()
                .findObject("Events")
                .ifPresent(events -> events.children().forEach((id, event) -> {
                    Fields source = event.object("Properties");
                    sources.add(
                            switch (event.text("Type")) {
                                case "SQS" -> queueSource(id, source, scope);
                                case "Kinesis" -> StreamSourceReader.kinesis(id, source, scope);
                                case "DynamoDB" -> StreamSourceReader.table(id, source, scope);
                                case "ScheduleV2" -> schedules.schedule(id, source);
                                default ->
                                    throw new TemplateException(
                                            event.at("Type"),
                                            "the local cloud does not know the source \"" + event.text("Type") + "\"");
                            });
                    source.done();
                    event.done();
                }));
        return List.copyOf(sources);
    }

    private static QueueSource queueSource(String id, Fields source, Scope scope) {
        source.oneOf("Enabled", "true");
        int concurrency = source.findObject("ScalingConfig")
                .map(scaling -> {
                    int most = scaling.integer("MaximumConcurrency");
                    scaling.done();
                    return most;
                })
                .orElse(QUEUE_CONCURRENCY);
        return new QueueSource(
                id,
                scope.idOf(ResourceKind.QUEUE, source.text("Queue"), source.at("Queue")),
                source.integer("BatchSize", QUEUE_BATCH),
                source.seconds("MaximumBatchingWindowInSeconds", 0),
                reportsItems(source),
                concurrency,
                StreamSourceReader.filters(source));
    }

    static boolean reportsItems(Fields source) {
        return source.find("FunctionResponseTypes").isPresent()
                && source.texts("FunctionResponseTypes").contains("ReportBatchItemFailures");
    }
}
