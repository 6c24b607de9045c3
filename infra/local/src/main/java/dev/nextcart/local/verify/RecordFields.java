package dev.nextcart.local.verify;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Two records side by side: the parts that differ, deep enough to see the number that is wrong. */
final class RecordFields {
    private static final int SHOWN_CHARS = 160;

    private RecordFields() {}

    /** One line for each field of either that is not equal in both. */
    static List<String> differing(Record expected, Record stored) {
        List<String> lines = new ArrayList<>();
        compare("", expected, stored, lines);
        return lines;
    }

    private static void compare(String path, Object expected, Object stored, List<String> lines) {
        if (Objects.equals(expected, stored)) {
            return;
        }
        if (expected instanceof Record && expected.getClass() == stored.getClass()) {
            for (RecordComponent part : expected.getClass().getRecordComponents()) {
                String name = path.isEmpty() ? part.getName() : path + "." + part.getName();
                compare(name, value(part, expected), value(part, stored), lines);
            }
            return;
        }
        if (expected instanceof List<?> left && stored instanceof List<?> right) {
            compareLists(path, left, right, lines);
            return;
        }
        lines.add(path + ": expected " + shown(expected) + ", stored " + shown(stored));
    }

    private static void compareLists(String path, List<?> expected, List<?> stored, List<String> lines) {
        List<?> missing = expected.stream().filter(one -> !stored.contains(one)).toList();
        List<?> surplus = stored.stream().filter(one -> !expected.contains(one)).toList();
        lines.add(path + ": expected " + expected.size() + " entries, stored " + stored.size()
                + (missing.isEmpty() ? "" : "; missing " + shown(missing))
                + (surplus.isEmpty() ? "" : "; not expected " + shown(surplus)));
    }

    private static Object value(RecordComponent part, Object record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record hides " + part, e);
        }
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "…";
    }
}
