package dev.nextcart.training.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nextcart evaluate TASK}. */
@Command(
        name = "evaluate",
        synopsisSubcommandLabel = "TASK",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a model beside its baselines on held-out data. Everything is chosen on validation data; test data is read once, at the end.",
            ""
        })
final class EvaluateCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which task: nextcart evaluate TASK");
    }
}
