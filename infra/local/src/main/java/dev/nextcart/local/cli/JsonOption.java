package dev.nextcart.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A summary for machines. */
final class JsonOption {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--json", paramLabel = "FILE", description = "Also write a machine-readable summary to FILE")
    private @Nullable Path file;

    boolean isAsked() {
        return file != null;
    }

    /** Call before the work starts: a minute later is a bad time to hear of a missing folder. */
    void check() {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new CannotRunException("--json: " + file + " is a folder, or lies in one that does not exist");
        }
    }

    void write(Supplier<? extends JsonNode> summary) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, text(summary.get()));
        } catch (IOException e) {
            throw new CannotRunException("--json: cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static String text(JsonNode json) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }
}
