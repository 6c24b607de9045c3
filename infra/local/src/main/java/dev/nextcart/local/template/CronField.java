package dev.nextcart.local.template;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One field of a cron expression: {@code *}, values, ranges ({@code 9-17}), steps ({@code 0/15}) and lists of these.
 * {@code W}, {@code #} and an {@code L} beyond the last day of the month are errors.
 *
 * @param names of the values from {@code least} on; empty if they have none
 */
record CronField(String name, int least, int most, List<String> names) {
    BitSet parse(String text) {
        BitSet values = new BitSet();
        for (String part : text.split(",", -1)) {
            add(part, values);
        }
        return values;
    }

    private void add(String part, BitSet values) {
        String[] stepped = part.split("/", 2);
        int step = stepped.length == 1 ? 1 : number(stepped[1], part);
        String[] range = stepped[0].split("-", 2);
        int first = stepped[0].equals("*") ? least : value(range[0], part);
        int last = stepped[0].equals("*") || (range.length == 1 && stepped.length > 1)
                ? most
                : value(range[range.length - 1], part);
        if (step < 1 || first > last) {
            throw wrong(part);
        }
        for (int value = first; value <= last; value += step) {
            values.set(value);
        }
    }

    private int value(String text, String part) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        int value = named < 0 ? number(text, part) : least + named;
        if (value < least || value > most) {
            throw wrong(part);
        }
        return value;
    }

    private int number(String text, String part) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong(part);
        }
    }

    private IllegalArgumentException wrong(String part) {
        return new IllegalArgumentException("cron: \"" + part + "\" is no " + name + " the local cloud knows, in "
                + least + ".." + most + (names.isEmpty() ? "" : " or " + names));
    }
}
