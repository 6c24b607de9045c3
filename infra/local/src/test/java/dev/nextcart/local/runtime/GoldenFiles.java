package dev.nextcart.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.local.template.SourceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which events each function of the template is tried with: envelopes of {@code events/} that come from one of its
 * sources, and the files of {@code golden/<its handler>/}.
 */
final class GoldenFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CloudTemplate template;
    private final Path envelopes;
    private final Path golden;

    GoldenFiles(CloudTemplate template, Path root) {
        this.template = template;
        this.envelopes = root.resolve("events");
        this.golden = root.resolve("infra/local/src/test/resources/golden");
    }

    /** The bean a function's process picks, which is also what its golden folder is called. */
    static String handler(FunctionSpec function) {
        return Map.copyOf(function.environment()).getOrDefault("QUARKUS_LAMBDA_HANDLER", "");
    }

    /** Texts by file name; empty for a function that nobody thought of. */
    SortedMap<String, String> of(FunctionSpec function) {
        SortedMap<String, String> events = new TreeMap<>();
        List<String> sources = function.sources().stream().map(this::sourceName).toList();
        for (String folder : List.of("sqs", "kinesis", "dynamodb")) {
            read(envelopes.resolve(folder)).forEach((name, text) -> {
                if (sources.contains(sourceOf(text))) {
                    events.put(folder + "/" + name, text);
                }
            });
        }
        read(golden.resolve(handler(function))).forEach((name, text) -> events.put("golden/" + name, text));
        return events;
    }

    /** Without the stack's name before it, which the envelopes of {@code events/} leave out. */
    private String sourceName(SourceSpec source) {
        return stackedName(source).replaceFirst("^nextcart-", "");
    }

    private String stackedName(SourceSpec source) {
        return switch (source) {
            case SourceSpec.QueueSource queue ->
                Objects.requireNonNull(template.queues().get(queue.queueId())).name();
            case SourceSpec.StreamSource stream ->
                template.streams().containsKey(stream.streamId())
                        ? Objects.requireNonNull(template.streams().get(stream.streamId()))
                                .name()
                        : Objects.requireNonNull(template.tables().get(stream.streamId()))
                                .name();
            case SourceSpec.ScheduleSource schedule -> schedule.id();
        };
    }

    /** The queue or stream that an envelope says it comes from; AWS's documented shapes say their own. */
    private static String sourceOf(String envelope) {
        try {
            JsonNode arn = JSON.readTree(envelope).path("Records").path(0).path("eventSourceARN");
            return arn.asText().replaceFirst(".*[:/]", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> read(Path folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".json")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }
}
