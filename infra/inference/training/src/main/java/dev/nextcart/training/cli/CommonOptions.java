package dev.nextcart.training.cli;

import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.ConsoleProgress;
import dev.nextcart.training.Progress;
import dev.nextcart.training.net.Torch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What every train and evaluate command takes. */
public final class CommonOptions {
    private static final int MAX_THREADS = 64;

    @Option(names = "--seed", defaultValue = "1", description = "Of all that is random (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--threads",
            defaultValue = "1",
            description = "Of one tensor operation (default: ${DEFAULT-VALUE}, which is fastest for these sizes)")
    private int threads;

    public long seed() {
        return seed;
    }

    /** Sets up the engine; call before anything touches DJL. */
    public void startEngine() {
        if (threads < 1 || threads > MAX_THREADS) {
            throw new CannotRunException("--threads: " + threads + " is not in 1.." + MAX_THREADS);
        }
        Torch.engine(threads);
    }

    public Progress progress() {
        return new ConsoleProgress(System.err);
    }

    /** Complains before the work starts. */
    public static void checkReadable(List<Path> files) {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CannotRunException(file + " is not there, or is not a file that can be read");
            }
        }
    }
}
