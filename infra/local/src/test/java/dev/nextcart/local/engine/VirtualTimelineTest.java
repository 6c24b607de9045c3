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
    void what_stands_in_the_background_runs_in_its_place_when_the_clock_passes_it() {
        background(1, "a");
        plan(2, "b");
        background(2, "c");
        background(3, "d");

        timeline.runUntilQuiet();
        assertEquals(List.of("a", "b", "c"), ran);
        assertTrue(timeline.isQuiet());
        assertEquals(World.START.plusSeconds(2), timeline.now());

        timeline.advance(Duration.ofSeconds(1));
        assertEquals(List.of("a", "b", "c", "d"), ran);
    }

    @Test
    void a_background_that_renews_itself_for_ever_keeps_nothing_from_being_quiet() {
        backgroundAgain();
        plan(5, "end");

        timeline.runUntilQuiet();
        assertEquals(List.of("tick", "tick", "end"), ran);
    }

    @Test
    void a_background_entry_can_be_struck_out() {
        timeline.inBackground(Duration.ofSeconds(1), () -> ran.add("never")).cancel();

        timeline.advance(Duration.ofSeconds(2));
        assertEquals(List.of(), ran);
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

    private void backgroundAgain() {
        timeline.inBackground(Duration.ofSeconds(2), () -> {
            ran.add("tick");
            backgroundAgain();
        });
    }

    private void background(int seconds, String name) {
        timeline.inBackground(Duration.ofSeconds(seconds), () -> ran.add(name));
    }

    private void plan(int seconds, String name) {
        timeline.after(Duration.ofSeconds(seconds), () -> ran.add(name));
    }
}
