package dev.nextcart.local.shop;

import java.util.List;
import java.util.SplittableRandom;

/** What a made-up shopper thinks of a product: stars, and words that go with them. */
record SyntheticReview(int rating, String text) {
    /** Of ten reviews, how many stars each has: most buyers who write are content. */
    private static final int[] STARS = {1, 2, 3, 3, 4, 4, 4, 5, 5, 5};

    private static final List<List<String>> OPENINGS = List.of(
            List.of("Broke after a week.", "Not what the picture shows.", "Very disappointed."),
            List.of("Expected more.", "It works, barely.", "Too expensive for what it is."),
            List.of("It is fine.", "Does the job.", "Neither good nor bad."),
            List.of("Happy with it.", "Good quality.", "Nice, and arrived quickly."),
            List.of("I love it!", "Exactly what I hoped for.", "Would buy again at once."));
    private static final List<List<String>> ENDINGS = List.of(
            List.of("I sent it back.", "Never again.", ""),
            List.of("The finish is poor.", "Delivery took ages.", ""),
            List.of("The colour is a little off.", "Packaging could be better.", ""),
            List.of("A present that went down well.", "Feels solid.", ""),
            List.of("My whole family wants one now.", "Beautiful ☕🎁", ""));

    static SyntheticReview of(SplittableRandom random) {
        int rating = STARS[random.nextInt(STARS.length)];
        String text = pick(OPENINGS.get(rating - 1), random) + " " + pick(ENDINGS.get(rating - 1), random);
        return new SyntheticReview(rating, text.strip());
    }

    private static String pick(List<String> texts, SplittableRandom random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
