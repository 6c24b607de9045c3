package dev.nextcart.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {
    /** Weekdays and month lengths are those of the calendar: 2026-11-24 is a Tuesday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rate(1 minute)            | 2026-11-24T10:00:30Z | 2026-11-24T10:01:30Z
                    rate(12 hours)            | 2026-11-24T10:00:00Z | 2026-11-24T22:00:00Z
                    rate(7 days)              | 2026-11-24T10:00:00Z | 2026-12-01T10:00:00Z
                    cron(0 3 * * ? *)         | 2026-11-24T02:59:59Z | 2026-11-24T03:00:00Z
                    cron(0 3 * * ? *)         | 2026-11-24T03:00:00Z | 2026-11-25T03:00:00Z
                    cron(15 10 ? * MON-FRI *) | 2026-11-27T10:15:00Z | 2026-11-30T10:15:00Z
                    cron(15 10 ? * 1 *)       | 2026-11-24T00:00:00Z | 2026-11-29T10:15:00Z
                    cron(0/20 9-10 * * ? *)   | 2026-11-24T09:40:00Z | 2026-11-24T10:00:00Z
                    cron(0/20 9-10 * * ? *)   | 2026-11-24T10:40:00Z | 2026-11-25T09:00:00Z
                    cron(59 23 L * ? *)       | 2028-02-01T00:00:00Z | 2028-02-29T23:59:00Z
                    cron(0 0 31 * ? *)        | 2026-09-01T00:00:00Z | 2026-10-31T00:00:00Z
                    cron(0 8 1 JAN,JUL ? *)   | 2026-07-01T08:00:00Z | 2027-01-01T08:00:00Z
                    cron(5,55 0 1 * ? 2027-2028) | 2026-11-24T00:00:00Z | 2027-01-01T00:05:00Z
                    """)
    void the_next_time_is_the_first_that_matches_after(String expression, Instant after, Instant next) {
        assertEquals(Optional.of(next), ScheduleExpression.parse(expression).next(after));
    }

    @Test
    void a_cron_whose_years_are_over_never_fires_again() {
        ScheduleExpression past = ScheduleExpression.parse("cron(0 0 1 1 ? 2020)");

        assertEquals(Optional.empty(), past.next(Instant.parse("2026-11-24T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daily",
                "rate(0 minutes)",
                "rate(1 hours)",
                "rate(2 hour)",
                "rate(1 week)",
                "at(2026-11-24T00:00:00)",
                "cron(0 3 * * ?)",
                "cron(0 3 * * * *)",
                "cron(0 3 ? * ? *)",
                "cron(60 3 * * ? *)",
                "cron(0 24 * * ? *)",
                "cron(0 3 32 * ? *)",
                "cron(0 3 ? * 8 *)",
                "cron(0 3 ? * FOO *)",
                "cron(0 3 15W * ? *)",
                "cron(0 3 ? * 3#2 *)",
                "cron(0 17-9 * * ? *)",
                "cron(0/0 3 * * ? *)",
                "cron(0 3 * * ? 1969)"
            })
    void what_it_cannot_honour_is_told(String expression) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> ScheduleExpression.parse(expression));

        assertTrue(String.valueOf(wrong.getMessage()).length() > expression.length(), wrong::getMessage);
    }
}
