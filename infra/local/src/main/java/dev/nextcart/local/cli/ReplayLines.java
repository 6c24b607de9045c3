package dev.nextcart.local.cli;

import dev.nextcart.local.shop.ReplayProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/** A line now and then, for a log. */
final class ReplayLines implements ReplayProgress {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private final InstantSource clock;
    private final Consumer<String> log;
    private Instant next;

    ReplayLines(InstantSource clock, Consumer<String> log) {
        this.clock = clock;
        this.log = log;
        this.next = clock.instant().plus(EVERY);
    }

    @Override
    public void now(long settled, long sent, long total) {
        Instant now = clock.instant();
        if (now.isBefore(next) && settled < total) {
            return;
        }
        next = now.plus(EVERY);
        log.accept(String.format(
                Locale.ROOT,
                "Replaying: %s of %s events settled (%d %%)",
                Money.count(settled),
                Money.count(total),
                100 * settled / Math.max(1, total)));
    }
}
