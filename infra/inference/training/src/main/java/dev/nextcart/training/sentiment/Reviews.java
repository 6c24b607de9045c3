package dev.nextcart.training.sentiment;

import dev.nextcart.inference.SentimentInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reviews as they were read.
 *
 * @param leftOut those that say neither, or nothing
 */
record Reviews(List<Review> all, int leftOut) {
    Reviews {
        all = List.copyOf(all);
    }

    /** Collects what a file's rows say; texts past the contract's limit count up to it. */
    static final class Builder {
        private final List<Review> reviews = new ArrayList<>();
        private int leftOut;

        void add(String text, boolean positive) {
            String stripped = text.strip();
            if (stripped.isEmpty()) {
                leftOut++;
                return;
            }
            int end = Math.min(stripped.length(), SentimentInstance.MAX_TEXT_CHARS);
            reviews.add(new Review(stripped.substring(0, end), positive));
        }

        void leaveOut() {
            leftOut++;
        }

        Reviews build() {
            return new Reviews(reviews, leftOut);
        }
    }

    /** Each text once, with the label that it has first: a text on both sides of a split would be known already. */
    Reviews distinct() {
        Map<String, Review> byText = new LinkedHashMap<>();
        all.forEach(review -> byText.putIfAbsent(review.text(), review));
        return new Reviews(List.copyOf(byText.values()), leftOut);
    }

    boolean[] labels() {
        boolean[] labels = new boolean[all.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = all.get(i).positive();
        }
        return labels;
    }

    List<String> texts() {
        return all.stream().map(Review::text).toList();
    }
}
