package dev.nextcart.local.cli;

import dev.nextcart.local.export.ExportProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** A line now and then, for a log. */
final class ExportLines implements ExportProgress {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private final InstantSource clock;
    private final Consumer<String> log;
    private Instant next;

    ExportLines(InstantSource clock, Consumer<String> log) {
        this.clock = clock;
        this.log = log;
        this.next = clock.instant().plus(EVERY);
    }

    @Override
    public void now(String step, long done, long total) {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(EVERY);
            log.accept(step + ": " + 100 * done / Math.max(1, total) + " %");
        }
    }
}
