package dev.nextcart.local.cli;

import dev.nextcart.local.bench.Workbench;
import dev.nextcart.local.cloud.CloudOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Sets up what a benchmark runs on, and takes it down. */
final class BenchBed {
    private final Screen screen;
    private final Path root;

    /** @param root of the repository */
    BenchBed(Screen screen, Path root) {
        this.screen = screen;
        this.root = root;
    }

    /** @throws CannotRunException when there is no such package */
    static void require(Path code, String howToMakeIt) {
        if (!Files.exists(code)) {
            throw new CannotRunException("There is no function package " + code + ". " + howToMakeIt);
        }
    }

    /** @throws CannotRunException when it cannot be set up, or something fails on it */
    <T> T run(StateOption state, Function<Workbench, T> benchmark) {
        screen.note("Starting DynamoDB Local …");
        try (Workbench bench = Workbench.open(CloudOptions.of(root, root).withState(state.folder()))) {
            return benchmark.apply(bench);
        } catch (IllegalStateException e) {
            throw new CannotRunException("The benchmark broke off: " + e.getMessage(), e);
        }
    }
}
