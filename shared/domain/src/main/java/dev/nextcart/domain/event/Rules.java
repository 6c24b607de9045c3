package dev.nextcart.domain.event;

import java.util.Currency;
import java.util.List;

/** The ranges that event fields share. Each check returns the value or throws {@link InvalidEventException}. */
final class Rules {
    /** Long enough for a UUID with a prefix; short enough that two ids fit DynamoDB's 1,024-byte sort key. */
    static final int MAX_ID_CHARS = 128;

    private Rules() {}

    static String id(String field, String value) {
        text(field, value, 1, MAX_ID_CHARS);
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidEventException(field, value, "has a control character");
        }
        return value;
    }

    static String text(String field, String value, int minChars, int maxChars) {
        int length = value.codePointCount(0, value.length());
        if (length < minChars || length > maxChars) {
            throw new InvalidEventException(
                    field, value, "has " + length + " characters, not " + minChars + ".." + maxChars);
        }
        if (hasLoneSurrogate(value)) {
            throw new InvalidEventException(field, "(not shown)", "has half a surrogate pair and no UTF-8 form");
        }
        return value;
    }

    static long range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new InvalidEventException(field, value, "is not in " + min + ".." + max);
        }
        return value;
    }

    static String currency(String field, String value) {
        try {
            return Currency.getInstance(value).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new InvalidEventException(field, value, "is not an ISO 4217 currency code");
        }
    }

    static <T> List<T> list(String field, List<T> values, int minSize, int maxSize) {
        if (values.size() < minSize || values.size() > maxSize) {
            throw new InvalidEventException(field, values.size(), "entries are not " + minSize + ".." + maxSize);
        }
        return List.copyOf(values);
    }

    private static boolean hasLoneSurrogate(String value) {
        return value.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
