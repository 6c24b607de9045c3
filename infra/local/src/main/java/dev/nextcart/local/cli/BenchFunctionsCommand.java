package dev.nextcart.local.cli;

import dev.nextcart.local.bench.FunctionsBench;
import dev.nextcart.local.bench.FunctionsSummary;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./nextcart bench functions}. */
@Command(
        name = "functions",
        description = {
            "How many events a second one process of a function counts, and what each costs in DynamoDB: batches of 100"
                    + " clicks over 5 and over 50 shoppers, and of 100 orders of three lines over 50 shoppers.",
            "",
            "No queue or stream in between: the batches go straight to the function, over the Lambda Runtime API.",
            ""
        })
final class BenchFunctionsCommand implements Callable<Integer> {
    private final Screen screen;
    private final BenchBed bed;

    @Option(
            names = "--batches",
            paramLabel = "N",
            defaultValue = "100",
            description = "Measured batches of each kind (default: ${DEFAULT-VALUE})")
    private int batches;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "50",
            description = "Batches before those, not measured (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--package",
            paramLabel = "ZIP",
            defaultValue = "${sys:nextcart.root:-.}/functions/target/function.zip",
            description = "Function package, JVM or native (default: functions/target/function.zip)")
    @SuppressWarnings("NullAway.Init") // picocli sets it: it has a default
    private Path code;

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    BenchFunctionsCommand(Screen screen, BenchBed bed) {
        this.screen = screen;
        this.bed = bed;
    }

    @Override
    public Integer call() {
        json.check();
        Counts.require("--batches", batches, 1);
        Counts.require("--warm-up", warmUp, 0);
        BenchBed.require(code, "Build it: ./mvnw -q package -pl functions -am");
        FunctionsSummary summary =
                bed.run(state, bench -> new FunctionsBench(bench, code, warmUp, batches, screen::note).run());
        new BenchFunctionsPage(screen).print(summary);
        json.write(summary::json);
        return Exit.OK;
    }
}
