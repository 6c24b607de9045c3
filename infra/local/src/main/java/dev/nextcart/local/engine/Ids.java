package dev.nextcart.local.engine;

import java.util.SplittableRandom;
import java.util.UUID;

/** Ids that look random and follow from a seed. */
final class Ids {
    /** Spreads consecutive tickets over the seed space; the odd integer nearest 2^64 / golden ratio (SplitMix64). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_RFC_4122 = 0x8000000000000000L;

    private final SplittableRandom random;

    Ids(SplittableRandom random) {
        this.random = random;
    }

    String next() {
        return draw(random);
    }

    /** The id that belongs to a number: the same from whichever thread, in whichever order. */
    static String of(long seed, long number) {
        return draw(new SplittableRandom(seed + number * GOLDEN));
    }

    private static String draw(SplittableRandom random) {
        long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | VERSION_4;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | VARIANT_RFC_4122;
        return new UUID(high, low).toString();
    }
}
