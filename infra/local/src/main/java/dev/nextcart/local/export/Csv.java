package dev.nextcart.local.export;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Values as CSV has them (RFC 4180), lines ending in LF. */
final class Csv {
    private static final int CENTS_DIGITS = 2;

    private Csv() {}

    static String line(Object... values) {
        return Arrays.stream(values).map(value -> quoted(value.toString())).collect(Collectors.joining(","));
    }

    /** Minor units with their decimal point: 255 is 2.55. */
    static String decimal(long cents) {
        return BigDecimal.valueOf(cents, CENTS_DIGITS).toPlainString();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
