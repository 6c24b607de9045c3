package dev.nextcart.domain.event;

/**
 * An event that can never succeed: its sender is wrong. The message names the field, the value (cut to
 * {@value #SHOWN_CHARS} characters) and the rule, for an operator to read; the event ends among the refused.
 */
public final class InvalidEventException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN_CHARS = 80;

    private final String reason;
    private final String reasonForLogs;

    /** @param reason says what is wrong without repeating what somebody typed */
    public InvalidEventException(String reason) {
        this(reason, reason);
    }

    public InvalidEventException(String field, Object value, String rule) {
        this(field + ": " + shown(value) + " " + rule, field + ": (value not logged) " + rule);
    }

    private InvalidEventException(String reason, String reasonForLogs) {
        super(reason);
        this.reason = reason;
        this.reasonForLogs = reasonForLogs;
    }

    /** The message, never null. */
    public String reason() {
        return reason;
    }

    /** The message without the value, which may be a shopper's id or words. */
    public String reasonForLogs() {
        return reasonForLogs;
    }

    /** This complaint as seen from further out: {@code quantity} within {@code lines[3].} is {@code lines[3].quantity}. */
    public InvalidEventException within(String path) {
        return new InvalidEventException(path + reason, path + reasonForLogs);
    }

    private static String shown(Object value) {
        String text = printable(String.valueOf(value));
        String quoted = value instanceof CharSequence ? '"' + text + '"' : text;
        return quoted.isEmpty() ? "(empty)" : quoted;
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(SHOWN_CHARS)
                .forEach(point -> shown.append(
                        Character.isISOControl(point) ? String.format("\\u%04x", point) : Character.toString(point)));
        return text.codePointCount(0, text.length()) > SHOWN_CHARS ? shown + "…" : shown.toString();
    }
}
