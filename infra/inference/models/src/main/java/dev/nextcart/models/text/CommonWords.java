package dev.nextcart.models.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Languages in Latin letters, told by words that hardly a sentence does without. A word that two of them share is in both
 * lists or in neither.
 */
final class CommonWords {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}']+");

    /** As long as a few sentences: more would not change the answer. */
    private static final int MAX_CHARS = 1_000;

    private static final Map<String, Set<String>> WORDS = words();

    private CommonWords() {}

    /**
     * The language with the most common words, English if none has more than it: reviews are short and the others' words
     * are frequent.
     */
    static Language language(String text) {
        String[] words = BETWEEN_WORDS.split(
                text.substring(0, Math.min(text.length(), MAX_CHARS)).toLowerCase(Locale.ROOT));
        String best = "en";
        long most = 0;
        for (Map.Entry<String, Set<String>> language : WORDS.entrySet()) {
            long found = List.of(words).stream()
                    .filter(language.getValue()::contains)
                    .count();
            if (found > most) {
                best = language.getKey();
                most = found;
            }
        }
        return new Language(best);
    }

    private static Map<String, Set<String>> words() {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        words.put(
                "en",
                Set.of(
                        "the", "and", "is", "it", "this", "was", "of", "to", "for", "with", "i", "my", "not", "very",
                        "that", "but", "you", "are", "have", "had", "they", "be", "as", "so", "on", "at", "or", "if",
                        "in", "a", "an", "no", "me", "we", "he", "from", "just", "great", "good", "one", "all", "by",
                        "it's", "don't", "i'm", "will", "would", "than", "then", "what", "when", "were", "been", "do"));
        words.put(
                "de",
                Set.of(
                        "der", "die", "das", "und", "ist", "nicht", "ich", "es", "ein", "eine", "mit", "für", "auf",
                        "den", "von", "zu", "sehr", "auch", "aber", "war", "im", "dem", "wie", "so", "in", "gut"));
        words.put(
                "fr",
                Set.of(
                        "le", "la", "les", "et", "est", "je", "pas", "un", "une", "de", "des", "du", "que", "pour",
                        "avec", "ce", "très", "il", "en", "mais", "sur", "qui", "au", "bien", "j'ai", "c'est", "plus"));
        words.put(
                "es",
                Set.of(
                        "el", "la", "los", "las", "y", "es", "de", "que", "no", "un", "una", "en", "por", "con", "para",
                        "muy", "pero", "lo", "me", "se", "del", "está", "más", "bien", "su", "al", "como"));
        words.put(
                "it",
                Set.of(
                        "il", "la", "gli", "e", "è", "di", "che", "non", "un", "una", "per", "con", "molto", "ma",
                        "sono", "della", "del", "questo", "si", "ho", "in", "anche", "più", "mi", "bene", "le", "lo"));
        words.put(
                "pt",
                Set.of(
                        "o", "os", "a", "as", "e", "é", "de", "que", "não", "um", "uma", "em", "por", "com", "para",
                        "muito", "mas", "do", "da", "no", "na", "se", "eu", "mais", "bem", "está", "foi", "este"));
        words.put(
                "nl",
                Set.of(
                        "de", "het", "een", "en", "is", "niet", "ik", "van", "dat", "met", "voor", "op", "zeer", "erg",
                        "maar", "in", "te", "zijn", "aan", "ook", "goed", "deze", "was", "heel", "er", "om"));
        return words;
    }
}
