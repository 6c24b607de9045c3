package dev.nextcart.inference;

import java.util.Locale;

/**
 * @param probability that the text is positive, 0..1
 * @param language BCP 47, the one that was used
 */
public record Sentiment(Polarity polarity, double probability, String language, String method) implements Answer {
    /** On the wire: lower case. */
    public enum Polarity {
        NEGATIVE,
        NEUTRAL,
        POSITIVE;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Sentiment {
        Rules.fraction("probability", probability);
        Rules.notBlank("language", language);
        Rules.notBlank("method", method);
    }

    /** -1 (surely negative) .. 1 (surely positive). */
    public double score() {
        return 2 * probability - 1;
    }

    @Override
    public Task task() {
        return Task.SENTIMENT;
    }
}
