package dev.nextcart.wire;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.InvalidEventException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A function must outlive whatever is sent to it: text is an event or an {@link InvalidEventException}, nothing else. */
class ScrambledInputTest {
    private static final int SCRAMBLES = 3_000;
    private static final int LONGEST_REASON = 600;
    private static final List<String> PIECES = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "-",
            ".",
            "0",
            "e",
            "1e99999999999",
            "-0",
            "1e-99999999999",
            "99999999999999999999",
            "null",
            "NaN",
            "\\u0000",
            "\\ud800",
            "\u0000",
            "\ud83c",
            "🎁",
            "//",
            "\n",
            "\ufeff");
    private final EventReader reader = new EventReader(() -> Instant.parse("2026-01-01T00:00:00Z"));

    @ParameterizedTest
    @EnumSource
    void scrambled_text_is_read_or_refused(EventType type) {
        Random random = new Random(17);
        String json = EventFiles.example(type);
        int refused = 0;

        for (int i = 0; i < SCRAMBLES; i++) {
            refused += refused(scrambled(json, random)) ? 1 : 0;
        }

        assertTrue(refused > SCRAMBLES / 4, refused + " refused");
    }

    private static String scrambled(String json, Random random) {
        StringBuilder text = new StringBuilder(json);
        for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(4));
            text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private boolean refused(String text) {
        try {
            reader.read(text);
            return false;
        } catch (InvalidEventException e) {
            assertFalse(e.reason().chars().anyMatch(Character::isISOControl), e.reason());
            assertTrue(e.reason().length() < LONGEST_REASON, e.reason());
            return true;
        }
    }
}
