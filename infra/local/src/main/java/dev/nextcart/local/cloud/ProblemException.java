package dev.nextcart.local.cloud;

/** The request is wrong, and how. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    ProblemException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
