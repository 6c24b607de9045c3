package dev.nextcart.models.sentiment;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text's words or characters are counted as. Hashed into buckets, so that there is no vocabulary to keep. */
public enum NGrams {
    /** Words and pairs of words, for languages with spaces between them; {@code !} and {@code ?} are words. */
    WORDS {
        @Override
        void each(String text, Consumer<String> heard) {
            Matcher words = WORD.matcher(text);
            String before = "";
            while (words.find()) {
                String word = words.group();
                heard.accept(word);
                if (!before.isEmpty()) {
                    heard.accept(before + ' ' + word);
                }
                before = word;
            }
        }
    },

    /** One to three characters in a row, for languages without. */
    CHARACTERS {
        @Override
        void each(String text, Consumer<String> heard) {
            String spaced = SPACES.matcher(text).replaceAll(" ");
            for (int from = 0; from < spaced.length(); from++) {
                for (int to = from + 1; to <= Math.min(from + MOST_CHARACTERS, spaced.length()); to++) {
                    heard.accept(spaced.substring(from, to));
                }
            }
        }
    };

    /** A power of two; Chinese reviews have some 300,000 that occur twice, and half of them share a bucket. */
    public static final int BUCKETS = 1 << 19;

    private static final int MOST_CHARACTERS = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)*|[!?]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    abstract void each(String text, Consumer<String> heard);

    public static NGrams of(String language) {
        return switch (language) {
            case "zh", "ja", "th" -> CHARACTERS;
            default -> WORDS;
        };
    }

    /** How often each bucket's n-grams occur in the text; buckets are 0..{@link #BUCKETS} - 1. */
    public Map<Integer, Integer> count(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        each(text.strip().toLowerCase(Locale.ROOT), gram -> counts.merge(bucket(gram), 1, Integer::sum));
        return counts;
    }

    /** FNV-1a (Fowler, Noll and Vo) over UTF-8, its halves folded together: the same on every machine. */
    static int bucket(String gram) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : gram.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        return (int) ((hash ^ (hash >>> 32)) & (BUCKETS - 1));
    }
}
