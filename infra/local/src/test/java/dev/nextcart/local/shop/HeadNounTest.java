package dev.nextcart.local.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.domain.event.Category;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadNounTest {
    @ParameterizedTest
    @CsvSource({
        "WHITE HANGING HEART T-LIGHT HOLDER,HOLDER",
        "'FANCY FONT BIRTHDAY CARD,',CARD",
        "Jumbo bag (red),RED",
        "SET OF 3,OF",
        "'Grüße',GRÜSSE",
        "'RECORD FRAME 7\" X 4',FRAME",
        "'?? 12 -',",
        "'',"
    })
    void the_last_word_of_two_letters_is_the_kind(String description, String expected) {
        assertEquals(Optional.ofNullable(expected).map(Category::new), HeadNoun.of(description));
    }
}
