package dev.nextcart.local.cli;

/** Exit codes of every command. */
final class Exit {
    static final int OK = 0;

    /** It ran, and what it looked at is not as it should be: differences, refused events, no such shopper. */
    static final int NOT_CLEAN = 1;

    /** It could not run: wrong usage, a missing file, no running cloud, a machine without what it takes. */
    static final int CANNOT_RUN = 2;

    private Exit() {}
}
