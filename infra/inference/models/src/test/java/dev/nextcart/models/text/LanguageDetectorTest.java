package dev.nextcart.models.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Broke after a week, and the shop would not take it back.",
                "en | Excellent product!",
                "zh | 质量很好，物流也快",
                "zh | iPhone 的屏幕很清楚",
                "zh | 海飞丝の洗发水很好用，味道也不错，下次还会再买",
                "ja | とても良い商品でした",
                "ko | 정말 좋아요",
                "de | Das Gerät ist nach zwei Wochen kaputt und der Händler antwortet nicht",
                "fr | Je ne suis pas du tout content de la qualité",
                "es | El producto es muy bueno y llegó en dos días",
                "it | Il prodotto è molto bello ma la batteria non dura",
                "pt | O produto não funciona e a loja não responde",
                "nl | Het product is niet goed en de winkel geeft geen antwoord",
                "und-Cyrl | Очень хорошая вещь",
                "el | Πολύ καλό προϊόν",
            })
    void tells_a_language_by_script_and_common_words(String tag, String text) {
        assertEquals(tag, LanguageDetector.detect(text).tag());
    }

    @Test
    void nothing_to_tell_by_is_undetermined() {
        assertEquals(Language.UNKNOWN, LanguageDetector.detect("12345 !!! 👍"));
        assertFalse(Language.UNKNOWN.isKnown());
    }

    @Test
    void a_regions_tag_has_its_languages_primary_part() {
        assertEquals("zh", new Language("ZH-Hans-CN").primary());
    }
}
