package dev.nextcart.training.sentiment;

import dev.nextcart.models.text.LanguageDetector;
import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.Progress;
import dev.nextcart.training.text.PretrainedEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reviews for one head each: an export of a shop holds several languages. */
final class ByLanguage {
    /** Of fewer no head is made: a fifth of them is too little to say how good it is. */
    private static final int FEWEST = 200;

    private ByLanguage() {}

    /**
     * @param given the language of all of them, if known
     * @throws CannotRunException when there are too few in each language that has an encoder
     */
    static Map<String, Reviews> split(List<Reviews> files, Optional<String> given, Progress progress) {
        Map<String, List<Review>> found = new TreeMap<>();
        for (Reviews file : files) {
            for (Review review : file.all()) {
                String language = given.orElseGet(
                        () -> LanguageDetector.detect(review.text()).primary());
                found.computeIfAbsent(language, any -> new ArrayList<>()).add(review);
            }
        }
        Map<String, Reviews> heads = new TreeMap<>();
        found.forEach((language, reviews) -> {
            Reviews distinct = new Reviews(reviews, 0).distinct();
            String without = objection(language, distinct);
            progress.say(distinct.all().size() + " reviews in " + language + without);
            if (without.isEmpty()) {
                heads.put(language, distinct);
            }
        });
        if (heads.isEmpty()) {
            throw new CannotRunException("no head can be trained: it takes " + FEWEST
                    + " different reviews, positive and negative ones, in a language that has an encoder (en, zh)");
        }
        return heads;
    }

    private static String objection(String language, Reviews reviews) {
        if (PretrainedEncoder.of(language).isEmpty()) {
            return ", left out: there is no encoder for it";
        }
        long positive = reviews.all().stream().filter(Review::positive).count();
        long fewer = Math.min(positive, reviews.all().size() - positive);
        if (reviews.all().size() < FEWEST || fewer * 20 < FEWEST) {
            return ", left out: too few, or nearly all of one label";
        }
        return "";
    }
}
