package dev.nextcart.local.shop;

import java.util.OptionalLong;

/**
 * How roughly a replay treats its events.
 *
 * @param duplicates share of events sent twice, 0..1
 * @param shuffleSeed sends out of order, within the law of {@link ReplayPlan}, if present
 * @param dropFunctions how many times a function process is killed
 * @param seed of duplicates, kills and erasures: the same seed gives the same plan
 * @param erase how many shoppers are erased when half is sent; of a shop with fewer, all
 */
public record ReplayOptions(double duplicates, OptionalLong shuffleSeed, int dropFunctions, long seed, int erase) {
    /** Beyond this a replay is nothing but restarts. */
    public static final int MAX_DROPS = 1_000;

    /** More than any demonstration needs; each is a walk through all stores. */
    public static final int MAX_ERASED = 10_000;

    public ReplayOptions {
        if (!(duplicates >= 0 && duplicates <= 1)) {
            throw new IllegalArgumentException("duplicates: " + duplicates + " is not a share in 0..1");
        }
        if (dropFunctions < 0 || dropFunctions > MAX_DROPS) {
            throw new IllegalArgumentException("drop-functions: " + dropFunctions + " is not in 0.." + MAX_DROPS);
        }
        if (erase < 0 || erase > MAX_ERASED) {
            throw new IllegalArgumentException("erase: " + erase + " is not in 0.." + MAX_ERASED);
        }
    }

    /** Nobody is erased. */
    public ReplayOptions(double duplicates, OptionalLong shuffleSeed, int dropFunctions, long seed) {
        this(duplicates, shuffleSeed, dropFunctions, seed, 0);
    }
}
