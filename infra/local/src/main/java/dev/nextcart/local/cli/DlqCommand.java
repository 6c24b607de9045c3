package dev.nextcart.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nextcart dlq}. */
@Command(
        name = "dlq",
        synopsisSubcommandLabel = "WHAT",
        description = {
            "What went nowhere: dead letters of queues and streams (they may succeed when sent again) and refused events"
                    + " (they cannot, as they are).",
            ""
        })
final class DlqCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    static CommandLine commandLine(Screen screen) {
        return new CommandLine(new DlqCommand())
                .addSubcommand(new DlqListCommand(screen))
                .addSubcommand(new DlqShowCommand(screen))
                .addSubcommand(new DlqRedriveCommand(screen));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: nextcart dlq WHAT");
    }
}
