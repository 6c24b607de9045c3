package dev.nextcart.local.engine;

/** JSON on one line: EventBridge writes anew what an input path picks. Numbers stay as they were written. */
final class Compact {
    private Compact() {}

    /** @param text valid JSON */
    static String json(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (inString || !isSpace(each)) {
                compact.append(each);
            }
            if (each == '"') {
                inString = !inString;
            } else if (each == '\\' && inString) {
                i++;
                compact.append(text.charAt(i));
            }
        }
        return compact.toString();
    }

    private static boolean isSpace(char each) {
        return each == ' ' || each == '\n' || each == '\r' || each == '\t';
    }
}
