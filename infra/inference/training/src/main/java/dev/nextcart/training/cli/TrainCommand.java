package dev.nextcart.training.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nextcart train TASK}. */
@Command(
        name = "train",
        synopsisSubcommandLabel = "TASK",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a model, publishes it as a version, and serves it if it beats its baselines and the current version.",
            ""
        })
final class TrainCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which task: nextcart train TASK");
    }
}
