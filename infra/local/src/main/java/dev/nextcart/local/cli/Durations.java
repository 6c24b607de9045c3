package dev.nextcart.local.cli;

import java.time.Duration;
import java.util.Locale;

/** Durations as a person says them. */
final class Durations {
    private static final double MILLIS = 1e3;

    private Durations() {}

    /** "12.3 s", "4 min 10 s". */
    static String text(Duration duration) {
        return duration.toMinutes() == 0
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS)
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
