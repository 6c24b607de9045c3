package dev.nextcart.local.bench;

import dev.nextcart.local.runtime.Launch;
import dev.nextcart.local.template.FunctionSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The kinds that can be started here; says of the others why not. */
final class Kinds {
    private final Workbench bench;
    private final FunctionSpec function;
    private final Consumer<String> progress;

    Kinds(Workbench bench, FunctionSpec function, Consumer<String> progress) {
        this.bench = bench;
        this.function = function;
        this.progress = progress;
    }

    /**
     * All of them.
     *
     * @param payloads for a training run
     * @param notes gets a sentence for each kind that is missing
     * @throws IllegalStateException when there is none at all, or a package is not what it is said to be
     */
    List<Kind> of(Packages packages, Payloads payloads, List<String> notes) {
        List<Kind> kinds = new ArrayList<>();
        packages.nativeZip()
                .ifPresentOrElse(
                        zip -> kinds.add(kind(Kind.NATIVE, zip, true)),
                        () -> notes.add("No native package: not measured"));
        packages.jvmZip()
                .ifPresentOrElse(
                        zip -> addJvm(kinds, zip, payloads, notes), () -> notes.add("No JVM package: not measured"));
        if (kinds.isEmpty()) {
            throw new IllegalStateException("There is no function package to start");
        }
        return kinds;
    }

    Kind kind(String name, Path code, boolean hasBootstrap) {
        Path unpacked = bench.unpacked(code);
        if (Files.exists(unpacked.resolve("bootstrap")) != hasBootstrap) {
            throw new IllegalStateException(
                    code + (hasBootstrap ? " has no bootstrap: it is no native package" : " is a native package"));
        }
        return new Kind(name, bench.processes(function, unpacked), Launch.USUAL, Sizes.mebibytes(code));
    }

    private void addJvm(List<Kind> kinds, Path zip, Payloads payloads, List<String> notes) {
        Kind jvm = kind(Kind.JVM, zip, false);
        kinds.add(jvm);
        progress.accept("Training an AOT cache …");
        try {
            kinds.add(new AotCache(bench, function).train(jvm, zip, payloads));
        } catch (IllegalStateException e) {
            notes.add("JVM with an AOT cache not measured: " + e.getMessage());
        }
    }
}
