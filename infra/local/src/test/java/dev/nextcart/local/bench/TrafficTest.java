package dev.nextcart.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nextcart.domain.event.ShopEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int BATCHES = 20;

    @Test
    void a_batch_has_as_many_events_and_shoppers_as_its_name_says() {
        for (Scenario scenario : Scenario.all(BATCHES, NOW)) {
            List<ShopEvent> batch = scenario.traffic().batch(3);

            long shoppers = batch.stream().map(ShopEvent::shopper).distinct().count();
            assertEquals(scenario.name(), scenario.name().replaceAll("[0-9].*", "") + batch.size() + "over" + shoppers);
        }
    }

    @Test
    void no_event_comes_twice_and_none_from_the_future() {
        for (Scenario scenario : Scenario.all(BATCHES, NOW)) {
            List<ShopEvent> all = IntStream.range(0, BATCHES)
                    .mapToObj(scenario.traffic()::batch)
                    .flatMap(List::stream)
                    .toList();

            assertEquals(
                    all.size(), all.stream().map(ShopEvent::eventId).distinct().count());
            assertFalse(all.stream().anyMatch(event -> event.occurredAt().isAfter(NOW)));
        }
    }

    @Test
    void shoppers_come_again() {
        for (Scenario scenario : Scenario.all(BATCHES, NOW)) {
            assertEquals(
                    scenario.traffic().batch(4).stream().map(ShopEvent::shopper).toList(),
                    scenario.traffic().batch(14).stream()
                            .map(ShopEvent::shopper)
                            .toList());
        }
    }

    @Test
    void each_function_that_counts_shoppers_events_has_traffic_of_its_own_once_it_is_warm() {
        for (String handler : List.of("clickstream-events", "order-events", "review-events")) {
            Traffic traffic = WarmTraffic.of(handler, handler, 10, BATCHES, NOW).orElseThrow();

            List<ShopEvent> all = IntStream.range(0, BATCHES)
                    .mapToObj(traffic::batch)
                    .flatMap(List::stream)
                    .toList();
            assertEquals(
                    10L * BATCHES,
                    all.stream().map(ShopEvent::eventId).distinct().count());
            assertFalse(all.stream().anyMatch(event -> event.occurredAt().isAfter(NOW)));
        }
    }
}
