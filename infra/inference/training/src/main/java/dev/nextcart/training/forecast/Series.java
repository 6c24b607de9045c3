package dev.nextcart.training.forecast;

/**
 * One series, its last periods set apart.
 *
 * @param id as the file calls it
 * @param train what a method may see, oldest first
 * @param test the periods after it, read once, at the end
 * @param phase where in the season the first period lies, 0 where the file does not say
 */
record Series(String id, double[] train, double[] test, int phase) {
    /** The same series as it was some periods earlier: what came then is its test. */
    Series earlier(int periods) {
        int kept = train.length - periods;
        return new Series(
                id,
                java.util.Arrays.copyOf(train, kept),
                java.util.Arrays.copyOfRange(train, kept, train.length),
                phase);
    }
}
