package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimelineTest {
    private final VirtualTimeline timeline = new VirtualTimeline(World.START);
    private final List<String> ran = new ArrayList<>();

    @Test
    void actions_run_by_time_then_by_scheduling() {
        plan(2, "c");
        plan(1, "a");
        plan(1, "b");
        timeline.soon(() -> ran.add("now"));

        timeline.runUntilQuiet();
        assertEquals(List.of("now", "a", "b", "c"), ran);
        assertEquals(World.START.plusSeconds(2), timeline.now());
    }

    @Test
    void an_action_may_plan_more() {
        timeline.after(Duration.ofSeconds(1), () -> plan(1, "later"));

        timeline.runUntilQuiet();
        assertEquals(World.START.plusSeconds(2), timeline.now());
    }

    @Test
    void a_cancelled_action_neither_runs_nor_moves_the_clock() {
        timeline.after(Duration.ofDays(1), () -> ran.add("never")).cancel();

        timeline.runUntilQuiet();
        assertEquals(List.of(), ran);
        assertEquals(World.START, timeline.now());
    }

    @Test
    void an_action_that_throws_is_recorded_and_the_next_one_runs() {
        timeline.soon(() -> {
            throw new IllegalStateException("broken");
        });
        timeline.soon(() -> ran.add("next"));

        timeline.runUntilQuiet();
        assertEquals(List.of("next"), ran);
        assertEquals("broken", timeline.failures().getFirst().getMessage());
    }

    @Test
    void advancing_runs_what_is_due_and_stops_at_the_end_of_the_span() {
        plan(1, "due");
        plan(3, "later");

        timeline.advance(Duration.ofSeconds(2));
        assertEquals(List.of("due"), ran);
        assertEquals(World.START.plusSeconds(2), timeline.now());
        assertFalse(timeline.isQuiet());
    }

    @Test
    void a_bound_tells_whether_all_was_done() {
        plan(10, "late");

        assertFalse(timeline.runUntilQuiet(Duration.ofSeconds(9)));
        assertTrue(timeline.runUntilQuiet(Duration.ofSeconds(10)));
    }

    @Test
    void what_never_ends_is_an_error() {
        again();

        assertThrows(IllegalStateException.class, timeline::runUntilQuiet);
    }

    @Test
    void the_past_cannot_be_planned() {
        assertThrows(IllegalArgumentException.class, () -> plan(-1, "yesterday"));
    }

    private void again() {
        timeline.after(Duration.ofHours(1), this::again);
    }

    private void plan(int seconds, String name) {
        timeline.after(Duration.ofSeconds(seconds), () -> ran.add(name));
    }
}
