package dev.nextcart.models.sentiment;

import dev.nextcart.models.text.Language;
import dev.nextcart.models.text.LanguageDetector;
import java.util.List;
import java.util.Optional;

/** Which head reads a text. */
final class Heads {
    private final List<String> languages;

    Heads(List<String> languages) {
        this.languages = languages;
    }

    /**
     * @param asked the text's own language, where it is not the head's
     */
    record Choice(int head, String language, Optional<String> asked) {}

    /** Empty when no head is near: an answer would be a guess. */
    Optional<Choice> choose(String text, Optional<String> given) {
        Language language = given.map(Language::new).orElseGet(() -> LanguageDetector.detect(text));
        int exact = languages.indexOf(language.primary());
        if (exact >= 0) {
            return Optional.of(new Choice(exact, languages.get(exact), Optional.empty()));
        }
        int near = languages.indexOf(nearest(language));
        return near < 0
                ? Optional.empty()
                : Optional.of(new Choice(near, languages.get(near), Optional.of(language.tag())));
    }

    String tagOf(String text, Optional<String> given) {
        return given.orElseGet(() -> LanguageDetector.detect(text).tag());
    }

    /**
     * Languages that share script and many words: what BGE has seen of them at least. What has no letters, such as a row of
     * stars, is read as English; what has letters of an unknown script is not.
     */
    private static String nearest(Language language) {
        return switch (language.primary()) {
            case "ja", "yue" -> "zh";
            case "de", "fr", "es", "it", "pt", "nl" -> "en";
            default -> language.equals(Language.UNKNOWN) ? "en" : "";
        };
    }
}
