package dev.nextcart.models.text;

import java.util.Locale;

/**
 * The language of a text.
 *
 * @param tag BCP 47, lower case but for the script: {@code en}, {@code zh}; {@code und-Cyrl} where only the script is
 *     known; {@code und} where there is nothing to tell by
 */
public record Language(String tag) {
    public static final Language UNKNOWN = new Language("und");

    /** The primary part: {@code zh} of {@code zh-Hans-CN}. */
    public String primary() {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    public boolean isKnown() {
        return !primary().equals(UNKNOWN.tag());
    }
}
