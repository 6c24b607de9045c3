package dev.nextcart.dynamodblocal;

/** Somebody else opened the port we had found free; another one will do. */
final class PortTakenException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    PortTakenException(String message) {
        super(message);
    }
}
