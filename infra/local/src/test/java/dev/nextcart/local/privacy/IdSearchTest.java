package dev.nextcart.local.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.domain.event.ShopperId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdSearchTest {
    private final IdSearch search = new IdSearch(List.of(new ShopperId("17850"), new ShopperId("ann-\u00e9")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17850",
                "order-17850-1",
                "{\"shopperId\":\"17850\"}",
                "{\"a\":[{\"b\":\"of 17850.\"}]}",
                "{\"event\":\"{\\\"shopperId\\\":\\\"17850\\\",\\\"productId\\\":\\\"17850\\\"}\",\"ticket\":1}",
                "{\"event\":\"{\\\"shopperId\\\":\\\"\\\\u0031\\\\u0037850\\\"}\"}",
                "{\"shopperId\":\"17850\", broken",
                "2026-11-24 WARN shopper 17850 has gone"
            })
    void an_id_is_found_in(String text) {
        assertEquals(Optional.of("17850"), search.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "117850",
                "178501",
                "{\"quantity\":17850}",
                "{\"productId\":\"17850\"}",
                "{\"lines\":[{\"productId\":\"17850\",\"quantity\":1}]}",
                "{\"event\":\"{\\\"productId\\\":\\\"17850\\\"}\"}",
                "{\"productId\":\"17850\", broken"
            })
    void no_id_is_found_in(String text) {
        assertEquals(Optional.empty(), search.in(text));
    }

    @Test
    void an_escaped_id_and_a_field_of_products_are_told_apart() {
        assertEquals(Optional.of("ann-\u00e9"), search.in("{\"who\":\"ann-\\u00e9\"}"));
        assertEquals(Optional.empty(), search.in("line", "line#17850#ab#0"));
        assertEquals(Optional.of("17850"), search.in("shopperId", "17850"));
    }
}
