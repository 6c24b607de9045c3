package dev.nextcart.inference;

import java.util.Optional;

/**
 * Does the writer like it?
 *
 * @param text 1..{@value #MAX_TEXT_CHARS} characters, not blank
 * @param language BCP 47, such as {@code en} or {@code zh-Hans}; absent to have it detected
 */
public record SentimentInstance(String text, Optional<String> language) implements Instance {
    public static final int MAX_TEXT_CHARS = 10_000;
    private static final int MAX_TAG_CHARS = 35;

    public SentimentInstance {
        Rules.notBlank("text", text);
        Rules.range("text.length", text.length(), 1, MAX_TEXT_CHARS);
        language.ifPresent(tag -> Rules.range("language.length", tag.length(), 2, MAX_TAG_CHARS));
    }

    @Override
    public Task task() {
        return Task.SENTIMENT;
    }
}
