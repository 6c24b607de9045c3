package dev.nextcart.local.cli;

/** Checks numbers people type. */
final class Counts {
    /** Keeps a slip of the finger from running for a day. */
    private static final int MOST = 10_000;

    private Counts() {}

    /** @throws CannotRunException when it is not in least..10,000 */
    static void require(String option, int value, int least) {
        if (value < least || value > MOST) {
            throw new CannotRunException(option + ": " + value + " is not between " + least + " and " + MOST);
        }
    }
}
