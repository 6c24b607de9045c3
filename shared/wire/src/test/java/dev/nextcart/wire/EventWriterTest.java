package dev.nextcart.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.domain.event.Category;
import dev.nextcart.domain.event.ClickEvent.RecommendationShown;
import dev.nextcart.domain.event.ClickEvent.ShownItem;
import dev.nextcart.domain.event.OrderEvent.OrderPlaced;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventWriterTest {
    private static final int EVENTS_PER_TYPE = 300;
    private final EventWriter writer = new EventWriter();
    private final EventReader reader = new EventReader(() -> Instant.parse("2099-12-31T00:00:00Z"));

    @Test
    void fields_stand_in_one_order() {
        OrderLine mugs = new OrderLine(new ProductId("MUG"), 2, 995, Optional.of(new Category("Kitchen")));
        OrderPlaced placed = new OrderPlaced(
                new Origin("e1", Instant.parse("2025-12-01T08:26:00.050Z")),
                Optional.of(new ShopperId("ann")),
                "o1",
                "GBP",
                List.of(mugs),
                Optional.of("winter"));

        String json = writer.write(placed);

        assertEquals("""
                {"eventId":"e1","type":"OrderPlaced","occurredAt":"2025-12-01T08:26:00.050Z","shopperId":"ann",\
                "orderId":"o1","currency":"GBP","lines":[{"productId":"MUG","quantity":2,"unitPriceCents":995,\
                "category":"Kitchen"}],"promotionId":"winter"}""", json);
    }

    @Test
    void what_is_absent_is_left_out() {
        OrderPlaced byAGuest = new OrderPlaced(
                new Origin("e1", Instant.parse("2025-12-01T08:26:00Z")),
                Optional.empty(),
                "o1",
                "GBP",
                List.of(new OrderLine("MUG", 2, -995)),
                Optional.empty());

        String json = writer.write(byAGuest);

        assertEquals("""
                {"eventId":"e1","type":"OrderPlaced","occurredAt":"2025-12-01T08:26:00Z","orderId":"o1",\
                "currency":"GBP","lines":[{"productId":"MUG","quantity":2,"unitPriceCents":-995}]}""", json);
    }

    @Test
    void a_propensity_is_written_without_an_exponent() {
        RecommendationShown shown = new RecommendationShown(
                new Origin("e1", Instant.parse("2025-12-01T08:26:00Z")),
                new ShopperId("ann"),
                "r1",
                List.of(new ShownItem(new ProductId("A"), 1), new ShownItem(new ProductId("B"), 1_000_000)));

        String json = writer.write(shown);

        assertEquals("""
                {"eventId":"e1","type":"RecommendationShown","occurredAt":"2025-12-01T08:26:00Z","shopperId":"ann",\
                "recommendationId":"r1","items":[{"productId":"A","propensity":0.000001},\
                {"productId":"B","propensity":1}]}""", json);
    }

    @ParameterizedTest
    @EnumSource
    void reading_what_was_written_gives_an_equal_event(EventType type) {
        RandomEvents events = new RandomEvents(7);

        for (int i = 0; i < EVENTS_PER_TYPE; i++) {
            ShopEvent event = events.next(type);
            String json = writer.write(event);

            assertEquals(event, reader.read(json), json);
            assertEquals(type, EventType.of(event));
        }
    }
}
