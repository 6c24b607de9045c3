package dev.nextcart.local.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nextcart bench}. */
@Command(
        name = "bench",
        synopsisSubcommandLabel = "WHAT",
        description = {
            "Measures the function packages on this machine, against a DynamoDB Local of their own. Figures are worth"
                    + " what the machine is quiet: each summary says its load.",
            ""
        })
final class BenchCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    static CommandLine commandLine(Screen screen, Path root) {
        BenchBed bed = new BenchBed(screen, root);
        return new CommandLine(new BenchCommand())
                .addSubcommand(new BenchFunctionsCommand(screen, bed))
                .addSubcommand(new BenchColdStartCommand(screen, bed))
                .addSubcommand(new BenchWarmCommand(screen, bed))
                .addSubcommand(new BenchImageCommand(screen));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to measure: nextcart bench WHAT");
    }
}
