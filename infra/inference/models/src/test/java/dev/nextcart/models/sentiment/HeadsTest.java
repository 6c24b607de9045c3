package dev.nextcart.models.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nextcart.models.ModelException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadsTest {
    private final Heads heads = new Heads(List.of("en", "zh"));

    @Test
    void a_text_is_read_by_its_languages_head() {
        assertEquals("zh", chosen("质量很好", Optional.empty()).language());
        assertEquals("en", chosen("Works very well", Optional.empty()).language());
    }

    @Test
    void what_the_request_says_comes_before_what_the_text_looks_like() {
        assertEquals(1, chosen("OK", Optional.of("zh-Hans")).head());
    }

    @Test
    void a_near_language_is_read_by_the_nearest_head_and_named() {
        Heads.Choice choice = chosen("Das ist nicht gut und sehr teuer", Optional.empty());

        assertEquals("en", choice.language());
        assertEquals(Optional.of("de"), choice.asked());
    }

    @Test
    void a_far_language_has_no_head() {
        assertTrue(heads.choose("Очень хорошая вещь", Optional.empty()).isEmpty());
        assertTrue(
                new Heads(List.of("zh")).choose("Very good", Optional.empty()).isEmpty());
    }

    @Test
    void settings_come_back_from_the_card_and_foreign_ones_are_refused() {
        SentimentSettings settings = new SentimentSettings(List.of("en", "zh"), 1536, .4, .6);

        assertEquals(settings, SentimentSettings.of(settings.json()));
        assertThrows(ModelException.class, () -> SentimentSettings.of(JsonNodeFactory.instance.objectNode()));
    }

    private Heads.Choice chosen(String text, Optional<String> language) {
        return heads.choose(text, language).orElseThrow();
    }
}
