package dev.nextcart.training.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nextcart bench endpoint}; the launcher sends the other benchmarks to the local cloud. */
@Command(
        name = "bench",
        synopsisSubcommandLabel = "endpoint",
        mixinStandardHelpOptions = true,
        description = {"Measures the inference endpoint on this machine.", ""})
final class BenchCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to measure: nextcart bench endpoint");
    }
}
