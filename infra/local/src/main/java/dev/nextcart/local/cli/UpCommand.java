package dev.nextcart.local.cli;

import dev.nextcart.local.cli.CloudStarter.Started;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./nextcart up}. */
@Command(
        name = "up",
        description = {"Starts the local cloud and stays until Ctrl-C. What it stored is gone then.", ""})
final class UpCommand implements Callable<Integer> {
    private final Screen screen;
    private final CloudStarter starter;

    @Mixin
    private final KindOption functions = new KindOption();

    @Mixin
    private final StateOption state = new StateOption();

    UpCommand(Screen screen, CloudStarter starter) {
        this.screen = screen;
        this.starter = starter;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Started cloud = new CloudUp(screen, starter).start(state, functions);
                Connection connection = state.connect()) {
            EndpointsPage.print(screen, connection.file());
            cloud.awaitStop();
        }
        screen.note("Stopped");
        return Exit.OK;
    }
}
