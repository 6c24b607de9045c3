package dev.nextcart.local.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as a person says them. */
final class Durations {
    private static final double MILLIS = 1e3;

    private static final Pattern TYPED = Pattern.compile("(\\d{1,6})(s|m)");

    private Durations() {}

    /**
     * "30s", "2m".
     *
     * @throws CannotRunException when it is something else
     */
    static Duration parse(String option, String text) {
        Matcher typed = TYPED.matcher(text);
        if (!typed.matches()) {
            throw new CannotRunException(option + ": " + text + " is no time such as 30s or 2m");
        }
        long number = Long.parseLong(typed.group(1));
        return typed.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMinutes(number);
    }

    /** "12.3 s", "4 min 10 s". */
    static String text(Duration duration) {
        return duration.toMinutes() == 0
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS)
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
