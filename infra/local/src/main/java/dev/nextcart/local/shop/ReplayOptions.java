package dev.nextcart.local.shop;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How roughly a replay treats its events.
 *
 * @param duplicates share of events sent twice, 0..1
 * @param shuffleSeed sends out of order, within the law of {@link ReplayPlan}, if present
 * @param dropFunctions how many times a function process is killed
 * @param seed of duplicates, kills, erasures and bad events: the same seed gives the same plan
 * @param erase how many shoppers are erased when half is sent; of a shop with fewer, all
 * @param bad how many bad events stand among the good ones, to be refused
 * @param outage how long DynamoDB stands still in the middle, if present
 */
public record ReplayOptions(
        double duplicates,
        OptionalLong shuffleSeed,
        int dropFunctions,
        long seed,
        int erase,
        int bad,
        Optional<Duration> outage) {
    /** Beyond this a replay is nothing but restarts. */
    public static final int MAX_DROPS = 1_000;

    /** More than any demonstration needs; each is a walk through all stores. */
    public static final int MAX_ERASED = 10_000;

    /** Beyond this it is no shop's stream with bad events in it, but the reverse. */
    public static final int MAX_BAD = 1_000;

    /** Well below the time without progress after which a replay gives up. */
    public static final Duration MAX_OUTAGE = Duration.ofMinutes(2);

    /** Nobody is erased, nothing is bad, and DynamoDB keeps going. */
    public ReplayOptions(double duplicates, OptionalLong shuffleSeed, int dropFunctions, long seed) {
        this(duplicates, shuffleSeed, dropFunctions, seed, 0, 0, Optional.empty());
    }

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
        if (bad < 0 || bad > MAX_BAD) {
            throw new IllegalArgumentException("bad: " + bad + " is not in 0.." + MAX_BAD);
        }
        outage.ifPresent(time -> {
            if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(MAX_OUTAGE) > 0) {
                throw new IllegalArgumentException(
                        "outage: " + time.toMillis() / 1e3 + " s is not in 1.." + MAX_OUTAGE.toSeconds() + " s");
            }
        });
    }
}
