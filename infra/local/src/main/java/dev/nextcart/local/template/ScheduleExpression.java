package dev.nextcart.local.template;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule fires, in UTC: {@code rate(…)} or {@code cron(…)} as EventBridge Scheduler documents them. */
public sealed interface ScheduleExpression {
    /**
     * When it fires next.
     *
     * @param after the last time it fired, or when it began; never returned
     * @return empty if it never does again
     */
    Optional<Instant> next(Instant after);

    /** As it was written. */
    String text();

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static ScheduleExpression parse(String text) {
        if (text.startsWith("rate(") && text.endsWith(")")) {
            return Rate.parse(text);
        }
        if (text.startsWith("cron(") && text.endsWith(")")) {
            return new Cron(text, CronFields.parse(text.substring("cron(".length(), text.length() - 1)));
        }
        throw new IllegalArgumentException("\"" + text
                + "\" is neither rate(VALUE UNIT) nor cron(MINUTES HOURS DAY-OF-MONTH MONTH DAY-OF-WEEK YEAR)");
    }

    /** Again and again after so long. */
    record Rate(String text, Duration period) implements ScheduleExpression {
        private static final Pattern FORM = Pattern.compile("rate\\(([1-9][0-9]{0,4}) (minute|hour|day)(s?)\\)");

        static Rate parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new IllegalArgumentException("\"" + text
                        + "\" is no rate: write rate(1 hour) or rate(5 minutes); units are minutes, hours, days");
            }
            int value = Integer.parseInt(form.group(1));
            boolean plural = !form.group(3).isEmpty();
            if (plural != value > 1) {
                throw new IllegalArgumentException(
                        "\"" + text + "\": the unit after " + value + " is " + (plural ? "singular" : "plural"));
            }
            Duration unit = switch (form.group(2)) {
                case "minute" -> Duration.ofMinutes(1);
                case "hour" -> Duration.ofHours(1);
                default -> Duration.ofDays(1);
            };
            return new Rate(text, unit.multipliedBy(value));
        }

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.of(after.plus(period));
        }
    }

    /** At certain minutes of certain days. */
    record Cron(String text, CronFields fields) implements ScheduleExpression {
        @Override
        public Optional<Instant> next(Instant after) {
            return fields.next(after);
        }
    }
}
