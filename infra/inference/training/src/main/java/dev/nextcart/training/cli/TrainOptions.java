package dev.nextcart.training.cli;

import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelRegistry;
import dev.nextcart.training.CannotRunException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every train command takes beside {@link CommonOptions}. */
public final class TrainOptions {
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "What to learn from, plain or gzip; see the formats above")
    private List<Path> data = List.of();

    @Option(
            names = "--out",
            defaultValue = "models",
            paramLabel = "FOLDER",
            description = "The registry to publish in (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("models");

    @Option(names = "--name", paramLabel = "VERSION", description = "The version's name (default: the time)")
    private @Nullable String name;

    @Option(names = "--epochs", paramLabel = "N", description = "At most so many (default: the task's own)")
    private @Nullable Integer epochs;

    @Option(
            names = "--no-resume",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Begin anew, also where a run with the same data and settings was broken off")
    private boolean resume = true;

    public List<Path> data() {
        CommonOptions.checkReadable(data);
        return data;
    }

    public ModelRegistry registry() {
        return new ModelRegistry(out);
    }

    public String version(Instant now) {
        return name == null ? VERSION.format(now) : name;
    }

    public int epochs(int otherwise) {
        if (epochs != null && epochs < 1) {
            throw new CannotRunException("--epochs: " + epochs + " is not at least 1");
        }
        return epochs == null ? otherwise : epochs;
    }

    /** Where the run's checkpoint lies; with {@code --no-resume} one that was there is gone. */
    public Optional<Path> checkpoint(Task task, String label) {
        try {
            Path folder = registry().root().resolve(task.wireName());
            Files.createDirectories(folder);
            Path file = folder.resolve(".checkpoint-" + label);
            if (!resume) {
                Files.deleteIfExists(file);
            }
            return Optional.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write in " + out, e);
        }
    }
}
