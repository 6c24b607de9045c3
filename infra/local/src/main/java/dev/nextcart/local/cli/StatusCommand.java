package dev.nextcart.local.cli;

import dev.nextcart.local.client.CloudUnreachableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./nextcart status}. */
@Command(
        name = "status",
        description = {
            "Shows every queue, stream, function, event source and table of the running local cloud: depths, ages, rates"
                    + " and failures. On a terminal it refreshes every second until Ctrl-C; elsewhere it prints once.",
            "",
            "Ages are on the cloud's own clock, which skips waiting; rates are on the wall clock: a second since the last"
                    + " refresh, and since the cloud started. Durations are of the newest 1,000 invocations.",
            ""
        })
final class StatusCommand implements Callable<Integer> {
    /** As often as a person can read it. */
    private static final Duration REFRESH = Duration.ofSeconds(1);

    private final Screen screen;

    @Option(names = "--once", description = "Print once and end; --json does so too")
    private boolean once;

    @Mixin
    private final StateOption state = new StateOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    StatusCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws InterruptedException {
        json.check();
        try (Connection cloud = state.connect()) {
            StatusReading reading = new StatusReading(cloud, InstantSource.system());
            StatusPainter painter = new StatusPainter(screen, TerminalRows::count);
            StatusMoment first = reading.read();
            if (once || json.isAsked() || !screen.isTerminal()) {
                painter.print(new StatusPage(first, first).lines());
                json.write(() -> StatusSummaryJson.of(first));
                return Exit.OK;
            }
            watch(reading, painter, first);
            return Exit.OK;
        }
    }

    /** Until somebody interrupts, or the cloud is gone. */
    private void watch(StatusReading reading, StatusPainter painter, StatusMoment first) throws InterruptedException {
        StatusMoment before = first;
        StatusMoment now = first;
        while (true) {
            painter.paint(new StatusPage(before, now));
            Thread.sleep(REFRESH);
            before = now;
            try {
                now = reading.read();
            } catch (CloudUnreachableException e) {
                screen.note("The local cloud stopped");
                return;
            }
        }
    }
}
