package dev.nextcart.local.cloud;

/** The beginning of a payload, short enough for a list. */
final class Snippet {
    static final int MAX_CHARS = 200;

    private Snippet() {}

    static String of(String payload) {
        if (payload.length() <= MAX_CHARS) {
            return payload;
        }
        int end = Character.isHighSurrogate(payload.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
        return payload.substring(0, end) + "…";
    }
}
