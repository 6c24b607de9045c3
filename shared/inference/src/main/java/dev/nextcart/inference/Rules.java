package dev.nextcart.inference;

import java.util.List;

/** The ranges that fields share. Each check returns the value or throws {@link InvalidInstanceException}. */
final class Rules {
    /** As of event ids: see the domain. */
    static final int MAX_ID_CHARS = 128;

    private Rules() {}

    static String id(String field, String value) {
        if (value.isEmpty() || value.codePointCount(0, value.length()) > MAX_ID_CHARS) {
            throw new InvalidInstanceException(field, value, "has not 1.." + MAX_ID_CHARS + " characters");
        }
        return value;
    }

    static int range(String field, int value, int min, int max) {
        if (value < min || value > max) {
            throw new InvalidInstanceException(field, value, "is not in " + min + ".." + max);
        }
        return value;
    }

    static double finite(String field, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidInstanceException(field, value, "is not a finite number");
        }
        return value;
    }

    static double fraction(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidInstanceException(field, value, "is not in 0..1");
        }
        return value;
    }

    static <T> List<T> list(String field, List<T> values, int min, int max) {
        if (values.size() < min || values.size() > max) {
            throw new InvalidInstanceException(field, values.size(), "entries are not " + min + ".." + max);
        }
        return List.copyOf(values);
    }

    static List<Double> finite(String field, List<Double> values, int min, int max) {
        List<Double> list = list(field, values, min, max);
        for (int index = 0; index < list.size(); index++) {
            finite(field + "[" + index + "]", list.get(index));
        }
        return list;
    }

    static String notBlank(String field, String value) {
        if (value.isBlank()) {
            throw new InvalidInstanceException(field, value, "is blank");
        }
        return value;
    }
}
