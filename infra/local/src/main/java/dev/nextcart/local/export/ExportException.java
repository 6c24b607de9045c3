package dev.nextcart.local.export;

/** An export cannot be made; the message says why and what to do. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ExportException(String message) {
        super(message);
    }

    public ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
