package dev.nextcart.local.bench;

import dev.nextcart.local.runtime.Launch;
import dev.nextcart.local.runtime.Limits;
import dev.nextcart.local.runtime.PackagedFunctions;
import dev.nextcart.local.template.FunctionSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM package with an ahead-of-time cache (JEP 483, 514), which a training run of the same process writes when it
 * ends. The cache knows only classes of the class path, so the package stands there beside the Runtime Interface Client,
 * whose own loader asks the class path first. Lambda's managed runtime does not do that: who wants this start there
 * brings a runtime of their own. It is the best a JVM can do here, and so the fair one to compare with.
 */
final class AotCache {
    /** Writing the cache takes a second JVM some ten seconds. */
    private static final Duration WRITING = Duration.ofMinutes(2);

    private static final int TRAINING_BATCHES = 20;

    private final Workbench bench;
    private final FunctionSpec function;

    AotCache(Workbench bench, FunctionSpec function) {
        this.bench = bench;
        this.function = function;
    }

    /**
     * Trains a JVM of this package.
     *
     * @param zip the package; its own classes lie at its root, and so it serves as a jar
     * @param payloads of single events
     * @throws IllegalStateException when no cache comes of it, with where to read why
     */
    Kind train(Kind jvm, Path zip, Payloads payloads) {
        Path cache = bench.file("functions.aot").toAbsolutePath();
        Launch launch = new Launch(List.of(), List.of(), classPath(zip));
        Path logs = bench.logs("aot-training");
        PackagedFunctions training = jvm.functions().with(launch.withJvmFlags("-XX:AOTCacheOutput=" + cache));
        try {
            Files.deleteIfExists(cache);
            train(training, logs, payloads);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot replace " + cache, e);
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the training run left no cache; see the log in " + logs);
        }
        // "on" rather than the default "auto": a cache that does not fit shall be an error, not a plain JVM.
        Launch trained = launch.withJvmFlags("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
        return new Kind(Kind.JVM_AOT, jvm.functions(), trained, jvm.zipMiB() + Sizes.zippedMebibytes(cache));
    }

    private void train(PackagedFunctions training, Path logs, Payloads payloads) {
        Limits laptop = Limits.LAPTOP;
        Limits patient = new Limits(1, laptop.init(), laptop.firstBackoff(), laptop.longestBackoff(), WRITING);
        try (WarmFunction process = new WarmFunction(function, training, logs, patient)) {
            for (int batch = 0; batch < TRAINING_BATCHES; batch++) {
                process.millis(payloads.next());
            }
        }
    }

    private List<Path> classPath(Path zip) {
        if (!Files.isRegularFile(zip)) {
            throw new IllegalStateException("a cache needs a class path of jars, and " + zip + " is a folder");
        }
        List<Path> classPath = new ArrayList<>(List.of(zip.toAbsolutePath()));
        try (Stream<Path> libraries = Files.list(bench.unpacked(zip).resolve("lib"))) {
            libraries.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(classPath::add);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the libraries of " + zip, e);
        }
        return classPath;
    }
}
