package dev.nextcart.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nextcart.domain.event.ClickEvent.RecommendationShown;
import dev.nextcart.domain.event.ClickEvent.SearchPerformed;
import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {
    private static final Instant NOW = Instant.parse("2025-12-01T12:00:00Z");
    private static final String SEARCH = """
            {"eventId":"e1","type":"SearchPerformed","occurredAt":"2025-12-01T08:26:00Z","shopperId":"ann","query":"mug"}""";
    private static final String ORDER = """
            {"eventId":"e1","type":"OrderPlaced","occurredAt":"2025-12-01T08:26:00Z","orderId":"o1","currency":"GBP",\
            "lines":[{"productId":"MUG","quantity":2,"unitPriceCents":995}]}""";
    private final EventReader reader = new EventReader(() -> NOW);

    @Test
    void fields_come_in_any_order() {
        ShopEvent read = reader.read("""
                {"query":"mug","shopperId":"ann","occurredAt":"2025-12-01T08:26:00Z","type":"SearchPerformed","eventId":"e1"}""");

        Origin origin = new Origin("e1", Instant.parse("2025-12-01T08:26:00Z"));
        assertEquals(new SearchPerformed(origin, new ShopperId("ann"), "mug"), read);
    }

    @Test
    void fields_nobody_knows_are_ignored() {
        String more = SEARCH.replace("{", "{\"page\":{\"eventId\":[1e999,null,{\"deep\":true}]},");

        assertEquals(reader.read(SEARCH), reader.read(more));
    }

    @Test
    void an_order_without_a_shopper_is_a_guests() {
        assertEquals(Optional.empty(), reader.read(ORDER).shopper());
        assertEquals(reader.read(ORDER), reader.read(ORDER.replace("{\"eventId\"", "{\"shopperId\":null,\"eventId\"")));
    }

    @Test
    void null_is_as_good_as_absent_where_a_field_is_optional() {
        String withNulls = ORDER.replace("\"lines\"", "\"promotionId\":null,\"lines\"")
                .replace("\"quantity\"", "\"category\":null,\"quantity\"");

        assertEquals(reader.read(ORDER), reader.read(withNulls));
        assertEquals(Optional.empty(), ((OrderPlaced) reader.read(withNulls)).promotionId());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1000000",
        "1.0, 1000000",
        "0.25, 250000",
        "2.5e-1, 250000",
        "0.0000005, 1",
        "0.0000015, 2",
        "0.00000149, 1",
        "1e-300, 1",
        "0.9999995, 1000000",
        "0.9999994, 999999"
    })
    void a_propensity_is_kept_in_parts_per_million(String propensity, int ppm) {
        ShopEvent shown = reader.read("""
                {"eventId":"e1","type":"RecommendationShown","occurredAt":"2025-12-01T08:26:00Z","shopperId":"ann",\
                "recommendationId":"r1","items":[{"productId":"MUG","propensity":%s}]}""".formatted(propensity));

        assertEquals(ppm, ((RecommendationShown) shown).items().getFirst().propensityPpm());
    }

    @ParameterizedTest
    @CsvSource({"2025-12-02T12:00:00Z, true", "2025-12-02T12:00:00.001Z, false"})
    void an_event_may_lie_a_day_ahead_and_no_more(String occurredAt, boolean taken) {
        String event = SEARCH.replace("2025-12-01T08:26:00Z", occurredAt);

        if (taken) {
            assertEquals(Instant.parse(occurredAt), reader.read(event).occurredAt());
        } else {
            assertThrows(InvalidEventException.class, () -> reader.read(event));
        }
    }

    @Test
    void an_envelope_gives_its_detail() {
        assertEquals(reader.read(ORDER), reader.readEnvelope("{\"version\":\"0\",\"detail\":" + ORDER + "}"));
        assertEquals(
                reader.read(ORDER), reader.readEnvelope("{\"detail-type\":\"OrderPlaced\",\"detail\":" + ORDER + "}"));
    }

    @Test
    void a_door_sees_type_and_shopper_of_events_nobody_knows() {
        assertEquals(new EventHead("SearchPerformed", Optional.of("ann")), reader.peek(SEARCH));
        assertEquals(new EventHead("OrderPlaced", Optional.empty()), reader.peek(ORDER));
        assertEquals(new EventHead("Sneezed", Optional.empty()), reader.peek("{\"type\":\"Sneezed\",\"shopperId\":7}"));
    }

    @Test
    void ids_are_opaque_and_may_be_emoji() {
        assertEquals(
                "🎁👩‍🚀", reader.read(SEARCH.replace("\"e1\"", "\"🎁👩‍🚀\"")).eventId());
    }
}
