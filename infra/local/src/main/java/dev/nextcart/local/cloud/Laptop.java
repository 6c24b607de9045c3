package dev.nextcart.local.cloud;

import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.template.SourceSpec;
import dev.nextcart.local.template.SourceSpec.QueueSource;
import dev.nextcart.local.template.SourceSpec.ScheduleSource;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The template on a small machine: a queue's source asks for no more at once than there are processes to answer. */
record Laptop(int instances) {
    CloudTemplate fit(CloudTemplate template) {
        Map<String, FunctionSpec> functions = new LinkedHashMap<>();
        template.functions().forEach((id, function) -> functions.put(id, fit(function)));
        return new CloudTemplate(
                template.busNames(),
                template.rules(),
                template.queues(),
                template.streams(),
                template.tables(),
                functions,
                template.bucketNames(),
                template.deliveryStreams());
    }

    private FunctionSpec fit(FunctionSpec function) {
        return new FunctionSpec(
                function.id(),
                function.name(),
                function.arn(),
                function.codeUri(),
                function.handler(),
                function.timeout(),
                function.memoryMegabytes(),
                function.environment(),
                function.sources().stream().map(this::fit).toList());
    }

    private SourceSpec fit(SourceSpec source) {
        return switch (source) {
            case QueueSource queue ->
                new QueueSource(
                        queue.id(),
                        queue.queueId(),
                        queue.batchSize(),
                        queue.batchingWindow(),
                        queue.reportsBatchItemFailures(),
                        Math.min(queue.maximumConcurrency(), instances),
                        queue.filters());
            case StreamSource stream -> stream;
            case ScheduleSource schedule -> schedule;
        };
    }
}
