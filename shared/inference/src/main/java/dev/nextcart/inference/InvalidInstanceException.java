package dev.nextcart.inference;

/** An instance or request that breaks the contract: the message names field, value (cut short) and rule. */
public final class InvalidInstanceException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN_CHARS = 80;

    public InvalidInstanceException(String message) {
        super(message);
    }

    public InvalidInstanceException(String field, Object value, String rule) {
        super(field + ": " + shown(value) + " " + rule);
    }

    /** This complaint as seen from further out: {@code itemId} within {@code history[3].} is {@code history[3].itemId}. */
    InvalidInstanceException within(String path) {
        return new InvalidInstanceException(path + message());
    }

    /** The message, never null. */
    public String message() {
        return String.valueOf(getMessage());
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        int end = text.offsetByCodePoints(0, Math.min(SHOWN_CHARS, text.codePointCount(0, text.length())));
        String cut = end < text.length() ? text.substring(0, end) + "…" : text;
        String printable = cut.replaceAll("\\p{Cntrl}", "?");
        return value instanceof CharSequence ? '"' + printable + '"' : printable;
    }
}
