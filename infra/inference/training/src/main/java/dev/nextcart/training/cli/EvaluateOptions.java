package dev.nextcart.training.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.training.CannotRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every evaluate command takes beside {@link CommonOptions}. */
public final class EvaluateOptions {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--json", paramLabel = "FILE", description = "Also write a machine-readable report to FILE")
    private @Nullable Path json;

    @Option(names = "--baselines-only", description = "Train nothing; report the baselines")
    private boolean baselinesOnly;

    @Option(
            names = "--model",
            paramLabel = "FOLDER",
            description = "Train nothing; evaluate this version, such as models/churn/20261125-101500")
    private @Nullable Path model;

    public boolean baselinesOnly() {
        return baselinesOnly;
    }

    public Optional<Path> model() {
        return Optional.ofNullable(model);
    }

    /** Call before the work starts: an hour later is a bad time to hear of a missing folder. */
    public void check() {
        if (baselinesOnly && model != null) {
            throw new CannotRunException("--baselines-only and --model: choose one");
        }
        if (json != null) {
            Path folder = json.toAbsolutePath().normalize().getParent();
            if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(json)) {
                throw new CannotRunException("--json: " + json + " is a folder, or lies in one that does not exist");
            }
        }
    }

    /** Writes {@code --json}, if asked. */
    public void write(Report report) {
        if (json == null) {
            return;
        }
        ObjectNode tree = JsonNodeFactory.instance
                .objectNode()
                .put("task", report.task().wireName())
                .put("data", report.data())
                .put("model", report.model());
        put(tree.putObject("metrics"), report.metrics());
        ObjectNode baselines = tree.putObject("baselines");
        report.baselines().forEach((name, values) -> put(baselines.putObject(name), values));
        tree.put("seed", report.seed())
                .put("trainSeconds", report.trainSeconds())
                .put("peakMiB", PeakMemory.mebibytes());
        try {
            Files.writeString(json, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
        } catch (IOException e) {
            throw new CannotRunException("--json: cannot write " + json + ": " + e.getMessage(), e);
        }
    }

    private static void put(ObjectNode json, Map<String, Double> values) {
        values.forEach(json::put);
    }
}
