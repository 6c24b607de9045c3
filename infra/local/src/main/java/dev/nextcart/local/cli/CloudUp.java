package dev.nextcart.local.cli;

import dev.nextcart.local.cli.CloudStarter.Started;
import java.time.Duration;
import java.time.Instant;

/** Starts the cloud of this process, and says so. */
final class CloudUp {
    private final Screen screen;
    private final CloudStarter starter;

    CloudUp(Screen screen, CloudStarter starter) {
        this.screen = screen;
        this.starter = starter;
    }

    /** @throws CannotRunException when a cloud runs in this state folder already, or this one cannot start */
    Started start(StateOption state, KindOption functions) {
        state.requireFree();
        screen.note("Starting the local cloud (some seconds) …");
        Instant start = Instant.now();
        Started cloud = starter.start(state.folder(), functions.kind());
        screen.note("The local cloud is up, after " + Durations.text(Duration.between(start, Instant.now())));
        return cloud;
    }
}
