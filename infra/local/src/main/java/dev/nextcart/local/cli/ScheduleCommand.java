package dev.nextcart.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nextcart schedule}. */
@Command(
        name = "schedule",
        synopsisSubcommandLabel = "list|run",
        description = {
            "Shows the schedules of the running local cloud, or fires one now. They fire by themselves when the cloud's"
                    + " clock passes their time; nobody waits for that, so the clock never skips ahead to it.",
            ""
        })
final class ScheduleCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    static CommandLine commandLine(Screen screen) {
        return new CommandLine(new ScheduleCommand())
                .addSubcommand(new ScheduleListCommand(screen))
                .addSubcommand(new ScheduleRunCommand(screen));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: nextcart schedule list, or run NAME");
    }
}
