package dev.nextcart.domain.event;

/** The world is busy (throttled, timed out, out of reach): the same call may succeed later, and must be made again. */
public final class StoreBusyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    public StoreBusyException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public StoreBusyException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** The message, never null. */
    public String reason() {
        return reason;
    }
}
