package dev.nextcart.models;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nextcart.inference.Task;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code model.json} says of a version.
 *
 * @param version letters, digits, dot, hyphen and underscore; the folder's name
 * @param data what it was trained on
 * @param deciding the metric by which versions of this task are compared
 * @param metrics name to value, on held-out data
 * @param baselines baseline to metric to value, on the same data
 * @param files each file of the folder but model.json, with its SHA-256 in hexadecimal
 * @param parity the largest difference between the trained network's outputs and the ONNX file's
 * @param settings the task's own: inputs, vocabulary, blend weights
 */
public record ModelCard(
        Task task,
        String version,
        Instant createdAt,
        Data data,
        Metric deciding,
        Map<String, Double> metrics,
        Map<String, Map<String, Double>> baselines,
        Map<String, String> files,
        double parity,
        long seed,
        double trainSeconds,
        JsonNode settings) {
    /** A reader of another format refuses the folder. */
    public static final int FORMAT = 1;

    private static final int MAX_VERSION_CHARS = 64;

    /**
     * @param description file names without their folders
     * @param sha256 of the data files' bytes, one after the other
     * @param from the earliest event, where the data tells times
     */
    public record Data(String description, String sha256, Optional<Instant> from, Optional<Instant> until) {}

    public ModelCard {
        if (!isVersion(version)) {
            throw new ModelException("version: \"" + version + "\" is not 1.." + MAX_VERSION_CHARS
                    + " letters, digits, dots, hyphens or underscores, beginning with a letter or digit");
        }
        metrics = Map.copyOf(metrics);
        baselines = Map.copyOf(baselines);
        files = Map.copyOf(files);
    }

    static boolean isVersion(String text) {
        return text.length() <= MAX_VERSION_CHARS && text.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
    }

    /** The deciding metric's value; NaN if the card has none. */
    public double decidingValue() {
        return metrics.getOrDefault(deciding.name(), Double.NaN);
    }

    /** The best baseline's value of the deciding metric; NaN if no baseline has any. */
    public double bestBaseline() {
        return baselines.values().stream()
                .map(values -> values.getOrDefault(deciding.name(), Double.NaN))
                .min(deciding.bestFirst())
                .orElse(Double.NaN);
    }

    /** The same with other files. */
    ModelCard with(Map<String, String> otherFiles) {
        return new ModelCard(
                task,
                version,
                createdAt,
                data,
                deciding,
                metrics,
                baselines,
                otherFiles,
                parity,
                seed,
                trainSeconds,
                settings);
    }
}
