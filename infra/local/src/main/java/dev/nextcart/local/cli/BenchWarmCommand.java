package dev.nextcart.local.cli;

import dev.nextcart.local.bench.Packages;
import dev.nextcart.local.bench.WarmBench;
import dev.nextcart.local.bench.WarmSummary;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./nextcart bench warm}. */
@Command(
        name = "warm",
        description = {
            "How fast each function answers once it is warm, native against JVM (with the flags of Lambda's managed"
                    + " runtime), in batches of 1, 10 and 100 events of at most 5 shoppers. Both are asked in turn.",
            ""
        })
final class BenchWarmCommand implements Callable<Integer> {
    private final Screen screen;
    private final BenchBed bed;

    @Option(
            names = "--invocations",
            paramLabel = "N",
            defaultValue = "200",
            description = "Measured invocations of each size (default: ${DEFAULT-VALUE})")
    private int invocations;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "200",
            description = "Invocations before those, not measured (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--function",
            paramLabel = "NAME",
            description = "Only this one, e.g. clickstream-events (default: all that count shoppers' events)")
    private @Nullable String function;

    @Mixin
    private final PackagesOption packages = new PackagesOption();

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    BenchWarmCommand(Screen screen, BenchBed bed) {
        this.screen = screen;
        this.bed = bed;
    }

    @Override
    public Integer call() {
        json.check();
        Counts.require("--invocations", invocations, 1);
        Counts.require("--warm-up", warmUp, 0);
        Packages found = packages.found();
        Path nativeZip = required(found.nativeZip(), "native", "./mvnw -q package -Dnative -pl functions -am");
        Path jvmZip = required(found.jvmZip(), "JVM", "./mvnw -q package -pl functions -am");
        Optional<String> only = Optional.ofNullable(function);
        WarmSummary summary = bed.run(
                state, bench -> new WarmBench(bench, warmUp, invocations, screen::note).run(nativeZip, jvmZip, only));
        new BenchWarmPage(screen).print(summary);
        json.write(summary::json);
        return Exit.OK;
    }

    private static Path required(Optional<Path> zip, String kind, String command) {
        return zip.orElseThrow(() -> new CannotRunException("There is no " + kind
                + " function package to compare with. Name one with an option, or build it: " + command));
    }
}
