package dev.nextcart.domain.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventRulesTest {
    private static final Origin ORIGIN = new Origin("e1", Instant.parse("2026-03-02T09:00:00Z"));

    @Test
    void a_refusal_names_field_value_and_rule() {
        InvalidEventException refusal = assertThrows(InvalidEventException.class, () -> new OrderLine("mug", -2, 450));

        assertEquals("quantity: -2 is not in 1..1000000", refusal.reason());
        assertEquals("quantity: (value not logged) is not in 1..1000000", refusal.reasonForLogs());
    }

    @Test
    void control_characters_are_shown_and_refused() {
        assertEquals("shopperId: \"a\\u0000b\" has a control character", reason(() -> new ShopperId("a\0b")));
    }

    @Test
    void emoji_are_characters_like_others() {
        assertEquals("🛒".repeat(128), new ShopperId("🛒".repeat(128)).value());
        assertEquals(
                "productId: \"" + "🛒".repeat(80) + "…\" has 129 characters, not 1..128",
                reason(() -> new ProductId("🛒".repeat(129))));
    }

    @Test
    void half_a_surrogate_pair_has_no_bytes_and_is_refused() {
        assertEquals(
                "productId: \"(not shown)\" has half a surrogate pair and no UTF-8 form",
                reason(() -> new ProductId("a\uD83D")));
    }

    @Test
    void absurd_dates_are_refused() {
        assertEquals(
                "occurredAt: 1970-01-01T00:00:00Z is not in 2000-01-01T00:00:00Z..2100-01-01T00:00:00Z",
                reason(() -> new Origin("e1", Instant.EPOCH)));
    }

    @Test
    void too_many_lines_and_too_much_money_are_refused() {
        assertEquals(
                "lines: 5001 entries are not 1..5000",
                reason(() -> order(Collections.nCopies(OrderEvent.MAX_LINES + 1, new OrderLine("mug", 1, 450)))));
        assertEquals(
                "worth of all lines: 2000000000000 is not in -1000000000000..1000000000000",
                reason(() -> order(List.of(new OrderLine("mug", 1_000_000, 2_000_000)))));
    }

    @Test
    void a_currency_is_one_of_iso_4217() {
        assertEquals(
                "currency: \"BTC\" is not an ISO 4217 currency code",
                reason(() -> new OrderPlaced(
                        ORIGIN,
                        Optional.empty(),
                        "o1",
                        "BTC",
                        List.of(new OrderLine("mug", 1, 450)),
                        Optional.empty())));
    }

    @Test
    void moments_are_cut_to_milliseconds() {
        Origin origin = new Origin("e1", Instant.parse("2026-03-02T09:00:00.123456789Z"));

        assertEquals(Instant.parse("2026-03-02T09:00:00.123Z"), origin.occurredAt());
    }

    private static OrderPlaced order(List<OrderLine> lines) {
        return new OrderPlaced(ORIGIN, Optional.empty(), "o1", "GBP", lines, Optional.empty());
    }

    private static String reason(Runnable making) {
        return assertThrows(InvalidEventException.class, making::run).reason();
    }
}
