package dev.nextcart.store;

/**
 * Stored bytes are not what this code writes. The message tells the format and the place, never what of a shopper was
 * stored; delivering again will not help: restore the item or rebuild it from the archive.
 */
public final class CorruptBodyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CorruptBodyException(String message) {
        super(message);
    }

    CorruptBodyException(String message, Throwable cause) {
        super(message, cause);
    }
}
