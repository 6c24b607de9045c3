package dev.nextcart.models.sentiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NGramsTest {
    @Test
    void words_are_counted_alone_and_in_pairs() {
        List<String> grams = new ArrayList<>();

        NGrams.WORDS.each("it doesn't work!", grams::add);

        assertEquals(List.of("it", "doesn't", "it doesn't", "work", "doesn't work", "!", "work !"), grams);
    }

    @Test
    void characters_are_counted_in_runs_of_up_to_three() {
        List<String> grams = new ArrayList<>();

        NGrams.CHARACTERS.each("很好 用", grams::add);

        assertEquals(List.of("很", "很好", "很好 ", "好", "好 ", "好 用", " ", " 用", "用"), grams);
    }

    @Test
    void a_bucket_is_the_same_on_every_machine() {
        assertEquals(18_282, NGrams.bucket("good"));
        assertTrue(NGrams.bucket("很好") >= 0 && NGrams.bucket("很好") < NGrams.BUCKETS);
    }

    @Test
    void a_second_mention_adds_less_than_the_first() {
        SparseCounts once = SparseCounts.of(NGrams.WORDS, "good");
        SparseCounts twice = SparseCounts.of(NGrams.WORDS, "good, good");

        assertArrayEquals(new float[] {1}, once.weights());
        assertEquals(2, twice.buckets().length);
        assertTrue(twice.weights()[0] + twice.weights()[1] < 3);
    }

    @Test
    void case_and_outer_space_make_no_difference() {
        assertEquals(NGrams.WORDS.count("Good Phone"), NGrams.WORDS.count("  good phone\n"));
    }
}
