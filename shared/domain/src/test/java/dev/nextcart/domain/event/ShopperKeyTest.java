package dev.nextcart.domain.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopperKeyTest {
    @Test
    void a_key_is_the_beginning_of_sha_256_as_base64url() {
        // printf shopper-4821 | sha256sum | cut -c1-32 | xxd -r -p | base64 | tr '+/' '-_' | tr -d =
        assertEquals(
                "DEnC-gCer8xD2BTwIykxBA",
                ShopperKey.of(new ShopperId("shopper-4821")).value());
        assertEquals(
                "u-JGuTKf7SwfGaDL7hNP7g", ShopperKey.of(new ShopperId("Zoë 🎁")).value());
    }

    @Test
    void two_shoppers_have_two_keys() {
        assertNotEquals(ShopperKey.of(new ShopperId("shopper-1")), ShopperKey.of(new ShopperId("shopper-2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "shopper-4821", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAA+", "AAAAAAAAAAAAAAAAAAAAAé"})
    void an_id_is_no_key(String text) {
        assertThrows(IllegalArgumentException.class, () -> new ShopperKey(text));
    }
}
