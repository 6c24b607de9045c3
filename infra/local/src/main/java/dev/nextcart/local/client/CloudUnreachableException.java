package dev.nextcart.local.client;

/** The local cloud did not answer, or not as its control API promises. */
public final class CloudUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CloudUnreachableException(String message) {
        super(message);
    }

    CloudUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
