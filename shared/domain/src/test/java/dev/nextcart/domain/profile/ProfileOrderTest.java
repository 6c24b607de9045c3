package dev.nextcart.domain.profile;

import static dev.nextcart.domain.profile.SomeEvents.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nextcart.domain.event.ClickEvent.ProductViewed;
import dev.nextcart.domain.event.Origin;
import dev.nextcart.domain.event.ProductId;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileOrderTest {
    private static final int SEEDS = 40;
    private static final int SHUFFLES = 5;

    @ParameterizedTest(name = "{0} events over a year")
    @ValueSource(ints = {1, 2, 30, 300, 900})
    void the_order_of_events_does_not_show(int count) {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<ShopEvent> events = new SomeEvents(seed, Duration.ofDays(365)).draw(count);
            Profile expected = Profile.of(ANN, events);

            for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
                assertEquals(expected, Profile.of(ANN, shuffled(events, shuffle)), "seed " + seed);
            }
        }
    }

    @Test
    void the_order_does_not_show_when_many_events_share_a_moment() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<ShopEvent> events = new SomeEvents(seed, Duration.ofSeconds(20)).draw(600);

            assertEquals(Profile.of(ANN, events), Profile.of(ANN, shuffled(events, seed)), "seed " + seed);
        }
    }

    @Test
    void somebody_elses_event_is_not_counted() {
        ProductViewed bobs = new ProductViewed(
                new Origin("e1", SomeEvents.START), new ShopperId("bob"), new ProductId("mug"), Optional.empty());

        assertThrows(IllegalArgumentException.class, () -> Profile.blank(ANN).with(bobs));
    }

    private static List<ShopEvent> shuffled(List<ShopEvent> events, long seed) {
        List<ShopEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
