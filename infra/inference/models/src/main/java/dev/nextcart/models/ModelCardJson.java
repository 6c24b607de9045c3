package dev.nextcart.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.inference.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code model.json}: bounded in size, every field checked. */
final class ModelCardJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A card lists names and figures; vocabularies have files of their own. */
    private static final long MAX_BYTES = 16L << 20;

    private ModelCardJson() {}

    static String write(ModelCard card) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(card)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always has a text", e);
        }
    }

    static ObjectNode json(ModelCard card) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("format", ModelCard.FORMAT)
                .put("task", card.task().wireName())
                .put("version", card.version())
                .put("createdAt", card.createdAt().toString());
        ObjectNode data = json.putObject("data")
                .put("description", card.data().description())
                .put("sha256", card.data().sha256());
        card.data().from().ifPresent(from -> data.put("from", from.toString()));
        card.data().until().ifPresent(until -> data.put("until", until.toString()));
        json.putObject("deciding")
                .put("metric", card.deciding().name())
                .put("higherIsBetter", card.deciding().higherIsBetter());
        put(json.putObject("metrics"), card.metrics());
        ObjectNode baselines = json.putObject("baselines");
        new TreeMap<>(card.baselines()).forEach((name, values) -> put(baselines.putObject(name), values));
        json.put("parity", card.parity()).put("seed", card.seed()).put("trainSeconds", card.trainSeconds());
        json.set("settings", card.settings());
        ObjectNode files = json.putObject("files");
        new TreeMap<>(card.files()).forEach(files::put);
        return json;
    }

    private static void put(ObjectNode json, Map<String, Double> values) {
        new TreeMap<>(values).forEach(json::put);
    }

    /**
     * @throws ModelException if there is none, or it is no model card of this format
     */
    static ModelCard read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ModelException(file.getParent() + " is no model version: it has no model.json");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new ModelException(file + " is larger than " + MAX_BYTES + " bytes");
            }
            return card(JSON.readTree(file.toFile()));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new ModelException(file + " cannot be read as a model card: " + e.getMessage(), e);
        }
    }

    private static ModelCard card(JsonNode json) {
        int format = json.path("format").asInt();
        if (format != ModelCard.FORMAT) {
            throw new IllegalArgumentException(
                    "format is " + json.path("format") + "; this program reads " + ModelCard.FORMAT);
        }
        JsonNode data = required(json, "data");
        JsonNode deciding = required(json, "deciding");
        Map<String, Map<String, Double>> baselines = new TreeMap<>();
        json.path("baselines").properties().forEach(each -> baselines.put(each.getKey(), numbers(each.getValue())));
        Map<String, String> files = new TreeMap<>();
        required(json, "files")
                .properties()
                .forEach(each -> files.put(each.getKey(), each.getValue().asText()));
        return new ModelCard(
                Task.named(text(json, "task"))
                        .orElseThrow(() -> new IllegalArgumentException("task is none of " + Task.names())),
                text(json, "version"),
                Instant.parse(text(json, "createdAt")),
                new ModelCard.Data(
                        text(data, "description"), text(data, "sha256"), time(data, "from"), time(data, "until")),
                new Metric(
                        text(deciding, "metric"),
                        deciding.path("higherIsBetter").asBoolean()),
                numbers(required(json, "metrics")),
                baselines,
                files,
                json.path("parity").asDouble(Double.NaN),
                json.path("seed").asLong(),
                json.path("trainSeconds").asDouble(),
                json.path("settings"));
    }

    private static Map<String, Double> numbers(JsonNode json) {
        Map<String, Double> numbers = new TreeMap<>();
        json.properties()
                .forEach(each -> numbers.put(each.getKey(), each.getValue().asDouble(Double.NaN)));
        return numbers;
    }

    private static Optional<Instant> time(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(Instant.parse(text(json, name))) : Optional.empty();
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = required(json, name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " is not text");
        }
        return value.textValue();
    }

    private static JsonNode required(JsonNode json, String name) {
        if (!json.hasNonNull(name)) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return json.get(name);
    }
}
