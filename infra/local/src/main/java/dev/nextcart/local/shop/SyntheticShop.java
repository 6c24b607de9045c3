package dev.nextcart.local.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * A made-up shop: nobody in it exists. {@value #SHOPPERS} shoppers browse, buy, send back and review 120 products over
 * {@value #DAYS} days, some 6,000 events of all twelve types. The same seed gives the same events, on every machine.
 */
public final class SyntheticShop {
    static final int SHOPPERS = 300;
    static final int DAYS = 90;

    /** A Monday, and far enough back that no clock calls its events early. */
    static final Instant OPENING = Instant.parse("2025-01-06T00:00:00Z");

    static final Instant CLOSING = OPENING.plus(Duration.ofDays(DAYS));

    private final long seed;

    public SyntheticShop(long seed) {
        this.seed = seed;
    }

    public Shop open() {
        SplittableRandom random = new SplittableRandom(seed);
        SyntheticCatalogue catalogue = new SyntheticCatalogue(random.split());
        SyntheticDiary diary = new SyntheticDiary(CLOSING);
        for (int number = 1; number <= SHOPPERS; number++) {
            new SyntheticShopper(number, catalogue, diary, random.split()).live();
        }
        catalogue.tell(diary, random.split());
        String about = "A synthetic shop (seed " + seed + "): " + SHOPPERS + " made-up shoppers, " + DAYS
                + " days; no real person's data";
        return new Shop(about, diary.events(), catalogue.names());
    }
}
