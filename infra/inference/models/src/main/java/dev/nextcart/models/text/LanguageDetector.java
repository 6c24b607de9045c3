package dev.nextcart.models.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tells a text's language: first by its letters' script, then, for Latin letters, by the commonest words. Made for reviews
 * and product names, so a Chinese text with English brand names in it is Chinese.
 */
public final class LanguageDetector {
    /** One Han character says about as much as a short word of four letters. */
    private static final int LATIN_LETTERS_PER_HAN = 4;

    private LanguageDetector() {}

    public static Language detect(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int latin = letters.getOrDefault(UnicodeScript.LATIN, 0);
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = letters.getOrDefault(UnicodeScript.HAN, 0);
        int east = han + kana;
        if (east > 0 && east * LATIN_LETTERS_PER_HAN >= latin && east >= others(letters)) {
            return new Language(isJapanese(kana, han) ? "ja" : "zh");
        }
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> ofScript(most.getKey(), text))
                .orElse(Language.UNKNOWN);
    }

    /** Japanese hardly does without kana; a Chinese text may quote a name or use の for 的. */
    private static boolean isJapanese(int kana, int han) {
        return kana * 5 > han;
    }

    private static int others(Map<UnicodeScript, Integer> letters) {
        return letters.entrySet().stream()
                .filter(each -> switch (each.getKey()) {
                    case HAN, HIRAGANA, KATAKANA, LATIN, COMMON -> false;
                    default -> true;
                })
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private static Language ofScript(UnicodeScript script, String text) {
        return switch (script) {
            case LATIN -> CommonWords.language(text);
            case HANGUL -> new Language("ko");
            case THAI -> new Language("th");
            case GREEK -> new Language("el");
            case HEBREW -> new Language("he");
            case CYRILLIC -> new Language("und-Cyrl");
            case ARABIC -> new Language("und-Arab");
            case DEVANAGARI -> new Language("und-Deva");
            default -> Language.UNKNOWN;
        };
    }
}
