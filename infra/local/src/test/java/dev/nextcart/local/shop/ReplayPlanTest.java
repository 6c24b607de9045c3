package dev.nextcart.local.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperErased;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.local.shop.ReplayPlan.Send;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayPlanTest {
    private static final List<ShopEvent> EVENTS = new SyntheticShop(1).open().events();
    private static final ReplayOptions ROUGH = new ReplayOptions(0.2, OptionalLong.of(7), 20, 42);

    @Test
    void a_plain_replay_sends_each_event_once_in_order() {
        ReplayPlan plan = ReplayPlan.of(EVENTS, new ReplayOptions(0, OptionalLong.empty(), 0, 42));

        assertEquals(EVENTS, plan.sends().stream().map(Send::event).toList());
        assertEquals(List.of(), plan.kills());
        assertEquals(0, plan.repeats());
    }

    @Test
    void no_send_is_further_behind_than_the_law_allows() {
        ReplayPlan plan = ReplayPlan.of(EVENTS, new ReplayOptions(1, OptionalLong.of(7), 0, 42));

        for (Send send : plan.sends()) {
            Duration behind = Duration.between(send.event().occurredAt(), send.at());
            assertFalse(behind.isNegative());
            assertTrue(behind.compareTo(ReplayPlan.LAW) < 0, send::toString);
        }
    }

    @Test
    void sends_are_in_order_of_their_time() {
        List<Send> sends = ReplayPlan.of(EVENTS, ROUGH).sends();

        assertTrue(IntStream.range(1, sends.size())
                .noneMatch(place ->
                        sends.get(place).at().isBefore(sends.get(place - 1).at())));
        assertNotEquals(EVENTS, sends.stream().map(Send::event).distinct().toList());
    }

    @Test
    void every_event_is_sent_and_the_asked_share_of_them_twice() {
        ReplayPlan plan = ReplayPlan.of(EVENTS, ROUGH);

        assertEquals(
                new HashSet<>(EVENTS),
                new HashSet<>(plan.sends().stream().map(Send::event).toList()));
        assertEquals(EVENTS.size() + plan.repeats(), plan.sends().size());
        assertEquals(0.2, (double) plan.repeats() / EVENTS.size(), 0.02);
        assertEquals(
                EVENTS.size(),
                ReplayPlan.of(EVENTS, new ReplayOptions(1, OptionalLong.empty(), 0, 1))
                        .repeats());
    }

    @Test
    void the_same_seeds_give_the_same_plan_and_others_do_not() {
        assertEquals(ReplayPlan.of(EVENTS, ROUGH), ReplayPlan.of(EVENTS, ROUGH));
        assertNotEquals(
                ReplayPlan.of(EVENTS, ROUGH),
                ReplayPlan.of(EVENTS, new ReplayOptions(0.2, OptionalLong.of(8), 20, 42)));
        assertNotEquals(
                ReplayPlan.of(EVENTS, ROUGH),
                ReplayPlan.of(EVENTS, new ReplayOptions(0.2, OptionalLong.of(7), 20, 43)));
    }

    @Test
    void as_many_functions_are_killed_as_asked_all_within_the_replay() {
        ReplayPlan plan = ReplayPlan.of(EVENTS, ROUGH);

        assertEquals(20, plan.kills().size());
        assertTrue(plan.kills().stream()
                .allMatch(kill -> kill.afterSends() >= 1
                        && kill.afterSends() <= plan.sends().size()));
    }

    @Test
    void bad_events_stand_among_the_good_ones_and_change_nothing_about_them() {
        ReplayPlan good = ReplayPlan.of(EVENTS, ROUGH);

        ReplayPlan plan =
                ReplayPlan.of(EVENTS, new ReplayOptions(0.2, OptionalLong.of(7), 20, 42, 0, 50, Optional.empty()));

        assertEquals(50, plan.bad().size());
        assertEquals(good.repeats(), plan.repeats());
        assertEquals(
                good.sends(),
                plan.sends().stream().filter(send -> send.spoilt().isEmpty()).toList());
    }

    @Test
    void an_outage_begins_in_the_middle() {
        Duration length = Duration.ofSeconds(30);

        ReplayPlan plan =
                ReplayPlan.of(EVENTS, new ReplayOptions(0, OptionalLong.empty(), 0, 42, 0, 0, Optional.of(length)));

        assertEquals(Optional.of(new ReplayPlan.Outage(EVENTS.size() / 2, length)), plan.outage());
    }

    @Test
    void nothing_to_send_is_a_plan_too() {
        assertEquals(List.of(), ReplayPlan.of(List.of(), ROUGH).kills());
    }

    @Test
    void those_are_erased_who_were_seen_and_come_again_the_same_for_the_same_seed() {
        ReplayOptions options = new ReplayOptions(0.2, OptionalLong.of(7), 0, 42, 100, 0, Optional.empty());

        ReplayPlan plan = ReplayPlan.of(EVENTS, options);

        Set<ShopperId> erased =
                plan.erasures().stream().map(ShopperErased::shopperId).collect(Collectors.toSet());
        assertEquals(100, erased.size());
        assertEquals(plan.erasures(), ReplayPlan.of(EVENTS, options).erasures());
        assertTrue(shoppers(plan.sends().subList(0, plan.half())).containsAll(erased));
        assertTrue(
                shoppers(plan.sends().subList(plan.half(), plan.sends().size())).containsAll(erased));
    }

    @Test
    void of_a_small_shop_everybody_is_erased() {
        ReplayPlan plan =
                ReplayPlan.of(EVENTS, new ReplayOptions(0, OptionalLong.empty(), 0, 1, 10_000, 0, Optional.empty()));

        assertEquals(shoppers(plan.sends()).size(), plan.erasures().size());
        assertEquals(
                List.of(),
                ReplayPlan.of(List.of(), new ReplayOptions(0, OptionalLong.empty(), 0, 1, 5, 0, Optional.empty()))
                        .erasures());
    }

    private static Set<ShopperId> shoppers(List<ReplayPlan.Send> sends) {
        return sends.stream().flatMap(send -> send.event().shopper().stream()).collect(Collectors.toSet());
    }
}
