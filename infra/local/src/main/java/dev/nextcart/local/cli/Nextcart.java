package dev.nextcart.local.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./nextcart}. */
@Command(
        name = "nextcart",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "Nextcart 0.1.0",
        description = "Turns a shop's events into one profile per shopper, each event counted exactly once.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:it ran and found differences, refused events, traces of an erased shopper or no such shopper",
            "2:it could not run: wrong usage, a missing file, no running cloud"
        },
        footer = {
            "",
            "Models have programs of their own: nextcart train, evaluate, models, endpoint and bench endpoint.",
            "",
            "New here? Run: ./nextcart demo"
        })
public final class Nextcart implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    public static void main(String[] args) {
        Path root = Path.of(System.getProperty("nextcart.root", ".")).toAbsolutePath();
        System.exit(commandLine(new Screen(Ansi.AUTO), new LocalCloudStarter(root), root)
                .execute(args));
    }

    static CommandLine commandLine(Screen screen, CloudStarter starter, Path root) {
        CommandLine nextcart = new CommandLine(new Nextcart())
                .addSubcommand(new DemoCommand(screen, starter, root))
                .addSubcommand(new UpCommand(screen, starter))
                .addSubcommand(new SendCommand(screen))
                .addSubcommand(new ProfileCommand(screen))
                .addSubcommand(new ReplayCommand(screen))
                .addSubcommand(new EraseCommand(screen))
                .addSubcommand(new VerifyCommand(screen))
                .addSubcommand(new StatusCommand(screen))
                .addSubcommand(DlqCommand.commandLine(screen))
                .addSubcommand(ScheduleCommand.commandLine(screen))
                .addSubcommand(new ExportCommand(screen))
                .addSubcommand(new CostCommand(screen, root))
                .addSubcommand(BenchCommand.commandLine(screen, root));
        nextcart.getSubcommands().values().forEach(Nextcart::document);
        return nextcart.setOut(screen.out())
                .setErr(screen.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(screen.ansi()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Complaints(screen));
    }

    /** What holds for every command is said once, by the root. */
    private static void document(CommandLine command) {
        CommandSpec root = command.getParent().getCommandSpec();
        command.getCommandSpec().mixinStandardHelpOptions(true);
        command.getCommandSpec()
                .usageMessage()
                .sortOptions(false)
                .exitCodeListHeading(root.usageMessage().exitCodeListHeading())
                .exitCodeList(root.usageMessage().exitCodeList());
        command.getSubcommands().values().forEach(Nextcart::document);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: nextcart COMMAND");
    }
}
