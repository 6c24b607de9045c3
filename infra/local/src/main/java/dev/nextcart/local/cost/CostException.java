package dev.nextcart.local.cost;

/** No cost can be told; the message says what is missing and what to do. */
public final class CostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CostException(String message) {
        super(message);
    }

    CostException(String message, Throwable cause) {
        super(message, cause);
    }
}
