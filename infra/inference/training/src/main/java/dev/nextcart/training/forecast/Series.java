package dev.nextcart.training.forecast;

/**
 * One series, its last periods set apart.
 *
 * @param id as the file calls it
 * @param train what a method may see, oldest first
 * @param test the periods after it, read once, at the end
 * @param covariates by name; of each a value for every period of {@code train} and {@code test}
 */
@SuppressWarnings("ArrayRecordComponent") // numbers, not copied; nobody compares them
record Series(String id, double[] train, double[] test, java.util.Map<String, double[]> covariates) {
    /** The same series as it was some periods earlier: what came then is its test. */
    Series earlier(int periods) {
        int kept = train.length - periods;
        return new Series(
                id,
                java.util.Arrays.copyOf(train, kept),
                java.util.Arrays.copyOfRange(train, kept, train.length),
                covariates);
    }
}
