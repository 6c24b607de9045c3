package dev.nextcart.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.erasure.Erasure;
import dev.nextcart.domain.erasure.Erasure.Walked;
import dev.nextcart.domain.erasure.Receipt;
import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.erasure.Tombstone.Gone;
import dev.nextcart.domain.erasure.Tombstones;
import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.domain.profile.LateEvents;
import dev.nextcart.domain.profile.Memory;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileFolding;
import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.domain.profile.ProfileStore.Stored;
import dev.nextcart.testkit.CrashPoint.Crash;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link Erasure} promises over any stores. Each test starts with empty ones. */
public abstract class ErasureContract {
    /** Calls of one walk over two stores: look and put three times, count and erase twice. */
    private static final int CALLS = 10;

    protected abstract ProfileStore profiles();

    /** The same place, as an erasure sees it. */
    protected abstract Tombstones tombstones();

    protected abstract LateEvents late();

    protected abstract Refusals refusals();

    /** Late events, then refusals. */
    protected abstract List<ErasableStore> stores();

    /** Of all of them. */
    protected abstract TestClock clock();

    /** Makes the tombstones' next calls meet a throttled database. */
    protected abstract void throttleNext(int calls);

    @Test
    void all_of_a_shopper_goes_and_the_receipt_tells_what() {
        leaveTraces(Events.SHOPPER);
        leaveTraces(Events.OTHER_SHOPPER);

        Walked walked = erase(Events.SHOPPER);

        assertFalse(walked.again());
        assertEquals(receipt(Events.SHOPPER, 1, 1, 2), walked.receipt());
        assertNothingLeft(Events.SHOPPER);
        assertEquals(1, stores().getFirst().count(Events.OTHER_SHOPPER));
        assertInstanceOf(Stored.Live.class, stored(Events.OTHER_SHOPPER));
    }

    @Test
    void a_second_walk_gives_the_same_receipt() {
        leaveTraces(Events.SHOPPER);
        Receipt first = erase(Events.SHOPPER).receipt();
        clock().advance(Duration.ofDays(3));

        Walked second = erase(Events.SHOPPER);

        assertTrue(second.again());
        assertEquals(first, second.receipt());
    }

    @Test
    void asked_again_the_tombstone_lives_its_whole_life_from_then() {
        erase(Events.SHOPPER);
        clock().advance(Tombstone.LIFE.minusDays(1));
        erase(Events.SHOPPER);
        clock().advance(Tombstone.LIFE.minusDays(1));

        assertEquals(List.of(new Fate.Erased()), fold(Events.viewed("e1")));
    }

    @Test
    void a_stranger_is_kept_out_too() {
        assertEquals(receipt(Events.SHOPPER, 0, 0, 0), erase(Events.SHOPPER).receipt());

        assertEquals(List.of(new Fate.Erased()), fold(Events.viewed("e1")));
        assertNothingLeft(Events.SHOPPER);
    }

    /** For every call of the walk: the process dies before or after it, the message comes back, and all is as it would be. */
    @Test
    void a_crash_at_any_point_is_mended_by_the_next_delivery() {
        for (int call = 1; call <= CALLS; call++) {
            for (boolean after : new boolean[] {false, true}) {
                ShopperId shopper = new ShopperId("dies-at-" + call + "-" + after);
                leaveTraces(shopper);
                CrashPoint point = new CrashPoint(call, after);

                assertThrows(Crash.class, () -> crashing(point).erase(shopper, clock().instant()), shopper::value);
                assertTrue(standsOrIsUntouched(shopper), shopper::value);
                Walked walked = erase(shopper);

                assertEquals(receipt(shopper, 1, 1, 2), walked.receipt(), shopper::value);
                assertEquals(walked.receipt(), erase(shopper).receipt(), shopper::value);
                assertNothingLeft(shopper);
            }
        }
        ShopperId lives = new ShopperId("lives");
        assertFalse(crashing(new CrashPoint(CALLS + 1, false))
                .erase(lives, clock().instant())
                .again());
    }

    @Test
    void a_throttled_walk_comes_back() {
        leaveTraces(Events.SHOPPER);
        throttleNext(1);

        assertThrows(StoreBusyException.class, () -> erase(Events.SHOPPER));

        assertEquals(receipt(Events.SHOPPER, 1, 1, 2), erase(Events.SHOPPER).receipt());
        assertNothingLeft(Events.SHOPPER);
    }

    @Test
    void folds_refusals_and_late_events_at_once_with_an_erasure_leave_nothing() {
        for (int round = 0; round < 5; round++) {
            ShopperId shopper = new ShopperId("racing-" + round);
            ShopperEvents events = ShopperEvents.of(shopper);

            AtOnce.run(
                    () -> eraseUntilDone(shopper),
                    () -> foldUntilDone(new RandomEvents(1, Events.NOON, Duration.ofDays(3)).of(shopper, 12)),
                    () -> foldUntilDone(new RandomEvents(2, Events.NOON, Duration.ofDays(90)).of(shopper, 12)),
                    () -> untilDone(() -> late().setAside(events.viewed("late", Events.NOON, Events.MUG))),
                    () -> untilDone(() -> refusals().refuse(refusal(shopper, "bad"))));

            assertNothingLeft(shopper);
        }
    }

    @Test
    void two_walks_at_once_give_one_receipt() {
        leaveTraces(Events.SHOPPER);

        AtOnce.run(() -> eraseUntilDone(Events.SHOPPER), () -> eraseUntilDone(Events.SHOPPER));

        assertEquals(receipt(Events.SHOPPER, 1, 1, 2), erase(Events.SHOPPER).receipt());
        assertNothingLeft(Events.SHOPPER);
    }

    @Test
    void who_comes_back_after_the_tombstone_s_life_starts_new() {
        leaveTraces(Events.SHOPPER);
        erase(Events.SHOPPER);
        clock().advance(Tombstone.LIFE);
        ShopEvent back = Events.viewed("back", Events.NOON.plus(Duration.ofDays(500)));

        assertEquals(List.of(new Fate.Counted()), fold(back));

        assertEquals(
                Profile.of(Events.SHOPPER, List.of(back)),
                assertInstanceOf(Stored.Live.class, stored(Events.SHOPPER)).profile());
        assertTrue(late().setAside(Events.viewed("late")));
        Walked again = erase(Events.SHOPPER);
        assertFalse(again.again());
        assertEquals(receipt(Events.SHOPPER, 1, 1, 0), again.receipt());
    }

    /** A profile, one late event, two refusals. */
    private void leaveTraces(ShopperId shopper) {
        ShopperEvents events = ShopperEvents.of(shopper);
        ShopEvent early = events.viewed("early", Events.NOON, Events.MUG);
        fold(early, events.viewed("later", Events.NOON.plus(Memory.REACH.multipliedBy(2)), Events.MUG));
        assertEquals(List.of(new Fate.SetAside()), fold(events.viewed("late", Events.NOON, Events.MUG)));
        refusals().refuse(refusal(shopper, "one"));
        refusals().refuse(refusal(shopper, "two"));
    }

    /** Before the tombstone nothing has happened; after it nothing counts. */
    private boolean standsOrIsUntouched(ShopperId shopper) {
        return stored(shopper) instanceof Stored.Erased
                || stores().getFirst().count(shopper) + stores().getLast().count(shopper) == 3;
    }

    private void assertNothingLeft(ShopperId shopper) {
        assertInstanceOf(Stored.Erased.class, stored(shopper), shopper::value);
        stores().forEach(store -> assertEquals(0, store.count(shopper), store.name() + " of " + shopper));
        assertEquals(
                List.of(new Fate.Erased()),
                fold(ShopperEvents.of(shopper).viewed("more", Events.NOON, Events.MUG)),
                shopper::value);
    }

    private Stored stored(ShopperId shopper) {
        Map<ShopperId, Stored> stored = profiles().load(Set.of(shopper));
        return stored.getOrDefault(shopper, new Stored.Forgotten(ProfileStore.ABSENT));
    }

    private Receipt receipt(ShopperId shopper, long profiles, long late, long refused) {
        return new Receipt(
                ShopperKey.of(shopper),
                clock().instant(),
                clock().instant(),
                List.of(
                        new Gone("profiles", profiles),
                        new Gone(stores().getFirst().name(), late),
                        new Gone(stores().getLast().name(), refused)));
    }

    private Walked erase(ShopperId shopper) {
        return new Erasure(tombstones(), stores(), lostRaces -> Thread.onSpinWait()).erase(shopper, clock().instant());
    }

    private void eraseUntilDone(ShopperId shopper) {
        untilDone(() -> erase(shopper));
    }

    private Erasure crashing(CrashPoint point) {
        List<ErasableStore> stores = stores().stream()
                .<ErasableStore>map(store -> new CrashingErasableStore(store, point))
                .toList();
        return new Erasure(new CrashingTombstones(tombstones(), point), stores, lostRaces -> Thread.onSpinWait());
    }

    private List<Fate> fold(ShopEvent... events) {
        return new ProfileFolding(profiles(), late(), Runnable::run, lostRaces -> Thread.onSpinWait())
                .fold(List.of(events));
    }

    private void foldUntilDone(List<ShopEvent> events) {
        for (ShopEvent event : events) {
            while (fold(event).getFirst() instanceof Fate.Busy) {
                Thread.onSpinWait(); // Its source would bring it back.
            }
        }
    }

    /** As its queue would. */
    private static void untilDone(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (StoreBusyException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static Refusal refusal(ShopperId shopper, String type) {
        String payload = "{\"type\":\"" + type + "\",\"shopperId\":\"" + shopper + "\"}";
        return new Refusal("order-events", "m1", "type: is not known", payload, Events.NOON);
    }
}
