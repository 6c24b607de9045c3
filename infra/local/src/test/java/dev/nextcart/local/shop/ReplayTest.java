package dev.nextcart.local.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.profile.Memory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final List<ShopEvent> EVENTS = new SyntheticShop(1).open().events();
    private static final Duration ONE_LOOK = Duration.ofSeconds(1);

    private final ForgetfulCloud cloud = new ForgetfulCloud(EVENTS);
    private final List<Long> settled = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    @Test
    void everything_is_sent_as_planned_and_settled_in_the_end() {
        ReplayPlan plan = plan(0.2, OptionalLong.of(7), 0);

        ReplayResult result = replay().run(plan);

        assertEquals(plan.sends().stream().map(send -> send.event().eventId()).toList(), cloud.sent());
        assertEquals(plan.sends().size(), result.sent());
        assertEquals(plan.repeats(), result.repeats());
        assertEquals(0, result.refusedAtDoor());
        assertEquals(0, cloud.status().outstanding());
        assertEquals(plan.sends().size(), settled.getLast());
    }

    @Test
    void nothing_under_way_is_ever_behind_by_what_a_profile_remembers() {
        replay().run(plan(1, OptionalLong.of(7), 0));

        assertTrue(cloud.furthestBehind().compareTo(Memory.REACH) < 0, cloud.furthestBehind()::toString);
        assertTrue(cloud.furthestBehind().compareTo(ReplayPlan.SPREAD) > 0, "the test should come near the law");
    }

    @Test
    void batches_and_what_is_under_way_are_bounded() {
        replay().run(plan(1, OptionalLong.empty(), 0));

        assertEquals(500, cloud.largestBatch());
        assertTrue(cloud.mostUnderWay() <= Replay.MAX_OUTSTANDING, cloud.mostUnderWay() + "");
    }

    @Test
    void a_kill_that_finds_nothing_alive_is_made_up_for() {
        cloud.haveNothingToKill(3);

        ReplayResult result = replay().run(plan(0, OptionalLong.empty(), 20));

        assertEquals(20, result.kills());
        assertEquals(20, cloud.kills());
    }

    @Test
    void a_cloud_that_stops_moving_is_given_up_with_a_word_on_what_hangs() {
        cloud.getStuck();

        var stalled =
                assertThrows(Settling.StalledException.class, () -> replay().run(plan(0, OptionalLong.empty(), 0)));

        String message = String.valueOf(stalled.getMessage());
        assertTrue(message.contains("nothing was settled for 5 minutes"), message);
        assertTrue(message.contains("in orders"), message);
        assertTrue(message.contains("order-events failed 2 times"), message);
    }

    @Test
    void what_the_door_refuses_is_counted_and_not_waited_for() {
        ForgetfulCloud strict = new ForgetfulCloud(EVENTS.subList(10, EVENTS.size()));
        Settling settling = new Settling(strict, clock(), this::tick);

        ReplayResult result = new Replay(strict, ShopEvent::eventId, settling, clock(), (a, b, c) -> {})
                .run(plan(0, OptionalLong.empty(), 0));

        assertEquals(10, result.refusedAtDoor());
    }

    @Test
    void bad_events_that_the_door_refuses_are_as_planned() {
        ReplayPlan plan =
                ReplayPlan.of(EVENTS, new ReplayOptions(0, OptionalLong.empty(), 0, 42, 0, 20, Optional.empty()));

        ReplayResult result = replay().run(plan);

        assertEquals(EVENTS.size() + 20, result.sent());
        assertEquals(0, result.refusedAtDoor());
    }

    @Test
    void an_outage_is_begun_once_and_the_time_to_get_over_it_is_told() {
        Duration length = Duration.ofSeconds(30);
        ReplayPlan plan =
                ReplayPlan.of(EVENTS, new ReplayOptions(0, OptionalLong.empty(), 0, 42, 0, 0, Optional.of(length)));

        ReplayResult result = replay().run(plan);

        assertEquals(List.of(length), cloud.outages());
        assertTrue(result.recovery().isPresent());
        assertTrue(result.took().compareTo(length.plus(result.recovery().get())) >= 0, result::toString);
        assertTrue(result.recovery().get().isPositive(), "what was under way at its end took some looks to settle");
        assertEquals(
                Optional.empty(), replay().run(plan(0, OptionalLong.empty(), 0)).recovery());
    }

    private static ReplayPlan plan(double duplicates, OptionalLong shuffle, int drops) {
        return ReplayPlan.of(EVENTS, new ReplayOptions(duplicates, shuffle, drops, 42));
    }

    private Replay replay() {
        Settling settling = new Settling(cloud, clock(), this::tick);
        return new Replay(cloud, ShopEvent::eventId, settling, clock(), (done, sent, total) -> settled.add(done));
    }

    private InstantSource clock() {
        return () -> now;
    }

    private void tick() {
        now = now.plus(ONE_LOOK);
    }
}
