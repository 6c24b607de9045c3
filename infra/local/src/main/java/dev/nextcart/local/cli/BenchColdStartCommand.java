package dev.nextcart.local.cli;

import dev.nextcart.local.bench.ColdStartBench;
import dev.nextcart.local.bench.ColdStartSummary;
import dev.nextcart.local.bench.Packages;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./nextcart bench cold-start}. */
@Command(
        name = "cold-start",
        description = {
            "How long a function takes from its process's start to its first answer, one conditional write to DynamoDB"
                    + " included: native, on the JVM as Lambda's managed runtime runs it, and on the JVM with an AOT"
                    + " cache from a training run. Kinds start in turn.",
            "",
            "The AOT cache needs the package on the class path, which Lambda's managed runtime does not do: it stands for"
                    + " the best a JVM of one's own could.",
            ""
        })
final class BenchColdStartCommand implements Callable<Integer> {
    /** The kernel's least quota is a millisecond of a period, and ours has twenty. */
    private static final double LEAST_SHARE = 0.05;

    private final Screen screen;
    private final BenchBed bed;

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "20",
            description = "Measured starts of each kind (default: ${DEFAULT-VALUE})")
    private int starts;

    @Option(
            names = "--cpu",
            paramLabel = "SHARE",
            description = "Then the same on so much of one processor, where control groups allow it: Lambda gives a"
                    + " function of 512 MB 0.29")
    private @Nullable Double share;

    @Mixin
    private final PackagesOption packages = new PackagesOption();

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    BenchColdStartCommand(Screen screen, BenchBed bed) {
        this.screen = screen;
        this.bed = bed;
    }

    @Override
    public Integer call() {
        json.check();
        Counts.require("--starts", starts, 1);
        if (share != null && !(share >= LEAST_SHARE && share <= 1)) {
            throw new CannotRunException(
                    "--cpu: " + share + " is not a share of a processor, " + LEAST_SHARE + " to 1");
        }
        Packages found = packages.found();
        OptionalDouble held = share == null ? OptionalDouble.empty() : OptionalDouble.of(share);
        ColdStartSummary summary =
                bed.run(state, bench -> new ColdStartBench(bench, screen::note).run(found, starts, held));
        new BenchColdStartPage(screen).print(summary);
        json.write(summary::json);
        return Exit.OK;
    }
}
