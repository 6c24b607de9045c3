package dev.nextcart.wire;

import dev.nextcart.domain.event.InvalidEventException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * One way to write a moment: {@code 2010-12-01T08:26:00Z}, with up to nine decimals of a second. Other spellings of
 * ISO 8601 are refused, {@code +00:00} among them: one moment, one text, and no sender learns the hard way that we
 * take {@code +01:00} for a mistake.
 */
final class UtcTime {
    private static final Pattern SHAPE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    private UtcTime() {}

    static Instant parse(String field, String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new InvalidEventException(field, text, "is not ISO 8601 in UTC, such as 2010-12-01T08:26:00Z");
        }
        try {
            return LocalDateTime.parse(text.substring(0, text.length() - 1)).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new InvalidEventException(field, text, "is on no calendar or clock");
        }
    }
}
