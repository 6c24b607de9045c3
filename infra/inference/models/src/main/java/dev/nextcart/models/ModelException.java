package dev.nextcart.models;

/** A model folder or registry that cannot be used; the message says which, why, and what to do where that is known. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
