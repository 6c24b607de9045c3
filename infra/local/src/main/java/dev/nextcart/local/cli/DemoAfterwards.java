package dev.nextcart.local.cli;

import java.time.InstantSource;
import java.util.OptionalInt;

/** What a demo shows of the cloud once its replay is verified: how it stands. */
final class DemoAfterwards {
    private final Screen screen;

    DemoAfterwards(Screen screen) {
        this.screen = screen;
    }

    /** Pages that look at a running cloud belong here, each under its heading. */
    void print(Connection cloud, ReplayReport report) {
        new DrillPage(screen).print(report);
        screen.heading("The cloud afterwards");
        StatusMoment now = new StatusReading(cloud, InstantSource.system()).read();
        new StatusPainter(screen, OptionalInt::empty).print(new StatusPage(now, now).compact());
    }
}
