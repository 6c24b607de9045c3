package dev.nextcart.models.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.inference.Interaction;
import dev.nextcart.inference.Interaction.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingHistoriesTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private final Catalogue catalogue = new Catalogue(List.of("lamp", "wick"));

    @Test
    void unknown_items_are_passed_over_and_counted() {
        List<Interaction> interactions = List.of(Interaction.bought("mug"), Interaction.bought("wick"));

        assertArrayEquals(new int[] {1}, catalogue.history(interactions).items());
        assertEquals(1, catalogue.unknown(interactions));
    }

    @Test
    void an_item_stands_where_it_was_first_met_with_its_strongest_action() {
        History history = catalogue.history(List.of(
                new Interaction("lamp", Action.VIEWED, Optional.of(NOON)),
                new Interaction("wick", Action.CARTED, Optional.of(NOON.plusSeconds(60))),
                new Interaction("lamp", Action.BOUGHT, Optional.of(NOON.plusSeconds(120)))));

        assertArrayEquals(new int[] {0, 1}, history.items());
        assertArrayEquals(new int[] {Actions.number(Action.BOUGHT), Actions.number(Action.CARTED)}, history.actions());
        assertArrayEquals(new int[] {Gaps.UNKNOWN, Gaps.bucket(Duration.ofMinutes(1))}, history.gaps());
    }

    @Test
    void gaps_double_from_bucket_to_bucket_and_end_in_the_last() {
        assertEquals(1, Gaps.bucket(Duration.ofSeconds(-5)));
        assertEquals(1, Gaps.bucket(Duration.ofSeconds(59)));
        assertEquals(2, Gaps.bucket(Duration.ofMinutes(1)));
        assertEquals(3, Gaps.bucket(Duration.ofMinutes(3)));
        assertEquals(Gaps.BUCKETS - 1, Gaps.bucket(Duration.ofDays(40_000)));
    }

    @Test
    void every_action_is_read_back_from_its_number() {
        for (Action action : Action.values()) {
            assertEquals(action, Actions.of(Actions.number(action)));
        }
    }
}
