package dev.nextcart.domain.profile;

import static dev.nextcart.domain.profile.SomeEvents.ANN;
import static dev.nextcart.domain.profile.SomeEvents.START;
import static dev.nextcart.domain.profile.SomeEvents.placed;
import static dev.nextcart.domain.profile.SomeEvents.viewed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopEvent.Stream;
import dev.nextcart.domain.profile.Memory.Remembered;
import dev.nextcart.domain.profile.Profile.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final OrderLine MUG = new OrderLine("mug", 1, 450);

    @Test
    void a_remembered_event_is_a_repeat() {
        ShopEvent order = placed("e1", START, MUG);

        Profile profile = Profile.of(ANN, List.of(order));

        assertEquals(Verdict.REPEAT, profile.judge(order));
    }

    @Test
    void what_lies_a_fortnight_behind_is_forgotten_and_raises_the_floor() {
        ShopEvent old = placed("e1", START, MUG);
        ShopEvent recent = placed("e2", START.plus(Memory.REACH), MUG);

        Profile profile = Profile.of(ANN, List.of(old, recent));

        assertEquals(Optional.of(START), profile.memory(Stream.ORDERS).floor());
        assertEquals(Verdict.LATE, profile.judge(old));
        assertEquals(Verdict.NEW, profile.judge(placed("e3", START.plusMillis(1), MUG)));
    }

    @Test
    void a_thousand_clicks_do_not_make_an_order_late() {
        Profile profile = Profile.of(
                ANN,
                IntStream.range(1, 1_000)
                        .mapToObj(i -> viewed("click" + i, START.plusSeconds(i)))
                        .toList());

        assertEquals(Verdict.NEW, profile.judge(placed("o1", START, MUG)));
        assertEquals(Verdict.LATE, profile.judge(viewed("click0", START)));
    }

    @Test
    void memory_is_the_newest_k_within_reach_whatever_came_first() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<ShopEvent> clicks = IntStream.range(0, 700)
                    .mapToObj(i -> (ShopEvent) viewed("c" + i, START.plusSeconds(random.nextInt(30 * 86_400))))
                    .toList();

            Memory memory = Profile.of(ANN, clicks).memory(Stream.CLICKS);

            assertEquals(byDefinition(clicks), memory, "seed " + seed);
        }
    }

    @Test
    void a_repeat_that_comes_within_reach_and_k_is_never_late() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Profile profile = Profile.blank(ANN);
            List<ShopEvent> orders = IntStream.range(0, Memory.KEPT)
                    .mapToObj(i -> (ShopEvent) placed("o" + i, START.plusSeconds(random.nextInt(13 * 86_400)), MUG))
                    .toList();
            for (ShopEvent order : orders) {
                assertEquals(Verdict.NEW, profile.judge(order));
                profile = profile.with(order);
            }
            Profile full = profile;
            assertTrue(orders.stream().allMatch(order -> full.judge(order) == Verdict.REPEAT));
        }
    }

    /** The definition in DESIGN.md 3.3, over the whole set at once. */
    private static Memory byDefinition(List<ShopEvent> events) {
        List<Remembered> all = events.stream()
                .map(Remembered::of)
                .sorted(Comparator.comparing(Remembered::at)
                        .thenComparing(Remembered::fingerprint, Long::compareUnsigned)
                        .reversed())
                .toList();
        Instant horizon = all.getFirst().at().minus(Duration.ofDays(14));
        List<Remembered> kept =
                all.stream().limit(256).filter(one -> one.at().isAfter(horizon)).toList();
        Optional<Instant> floor = all.size() == kept.size()
                ? Optional.empty()
                : Optional.of(all.get(kept.size()).at());
        return new Memory(kept, floor);
    }
}
