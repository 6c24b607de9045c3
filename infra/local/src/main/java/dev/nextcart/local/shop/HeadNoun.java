package dev.nextcart.local.shop;

import dev.nextcart.domain.event.Category;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kind of product a description tells of, for shops that keep no categories: its last word of two letters or more,
 * in upper case. English puts the head noun last, so "WHITE HANGING HEART T-LIGHT HOLDER" is a HOLDER; a description
 * that ends otherwise ("… SET OF 6 PINK") gets a poor category, never a wrong event.
 */
final class HeadNoun {
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,64}");

    private HeadNoun() {}

    static Optional<Category> of(String description) {
        Optional<String> last = Optional.empty();
        Matcher words = WORD.matcher(description);
        while (words.find()) {
            last = Optional.of(words.group());
        }
        return last.map(word -> word.toUpperCase(Locale.ROOT))
                .filter(word -> word.codePointCount(0, word.length()) <= MAX_CHARS)
                .map(Category::new);
    }

    /** As {@link Category} allows; upper case may lengthen a word (ß becomes SS). */
    private static final int MAX_CHARS = 64;
}
