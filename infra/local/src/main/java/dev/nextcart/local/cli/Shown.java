package dev.nextcart.local.cli;

/** Text that strangers wrote, safe to print: an escape sequence in a bad event must not drive the operator's terminal. */
final class Shown {
    private Shown() {}

    /** On one line, control characters as JSON would write them, cut to so many characters. */
    static String line(String text, int most) {
        String cut = text.length() <= most ? text : text.substring(0, most) + "…";
        return visible(cut, "");
    }

    /** All of it; line ends and tabs stay. */
    static String block(String text) {
        return visible(text, "\n\t");
    }

    private static String visible(String text, String spared) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (spared.indexOf(point) >= 0) {
                shown.appendCodePoint(point);
            } else if (point == '\r' || point == '\n' || point == '\t') {
                shown.append(' ');
            } else if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) {
                shown.append(String.format("\\u%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }
}
