package dev.nextcart.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.erasure.Tombstone.Gone;
import dev.nextcart.domain.erasure.Tombstones;
import dev.nextcart.domain.erasure.Tombstones.Standing;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.domain.profile.ProfileStore.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link ProfileStore} promises. Each test starts with an empty store. */
public abstract class ProfileStoreContract {
    protected abstract ProfileStore store();

    /** The same place, as an erasure sees it. */
    protected abstract Tombstones tombstones();

    /** The clock of both. */
    protected abstract TestClock clock();

    /** Makes the store's next calls meet a throttled database. */
    protected abstract void throttleNext(int calls);

    @Test
    void a_shopper_without_a_profile_is_left_out() {
        Profile mine = Profile.of(Events.SHOPPER, List.of(Events.placed("e1", 2_500)));
        assertTrue(store().save(mine, ProfileStore.ABSENT));

        Map<ShopperId, Stored> loaded = store().load(Set.of(Events.SHOPPER, Events.OTHER_SHOPPER));

        assertEquals(Map.of(Events.SHOPPER, new Stored.Live(mine, 1)), loaded);
    }

    @Test
    void nobody_asked_for_is_nobody_found() {
        assertEquals(Map.of(), store().load(Set.of()));
    }

    @Test
    void each_write_raises_the_version_by_one() {
        Profile first = Profile.of(Events.SHOPPER, List.of(Events.placed("e1", 2_500)));
        Profile second = first.with(Events.viewed("e2"));

        assertTrue(store().save(first, ProfileStore.ABSENT));
        assertTrue(store().save(second, 1));

        assertEquals(Map.of(Events.SHOPPER, new Stored.Live(second, 2)), store().load(Set.of(Events.SHOPPER)));
    }

    @Test
    void a_write_made_from_an_old_version_changes_nothing() {
        Profile first = Profile.of(Events.SHOPPER, List.of(Events.placed("e1", 2_500)));
        Profile winner = first.with(Events.viewed("e2"));
        Profile loser = first.with(Events.viewed("e3"));
        assertTrue(store().save(first, ProfileStore.ABSENT));
        assertTrue(store().save(winner, 1));

        assertFalse(store().save(loser, 1));
        assertFalse(store().save(loser, ProfileStore.ABSENT));
        assertFalse(store().save(loser, 3));

        assertEquals(Map.of(Events.SHOPPER, new Stored.Live(winner, 2)), store().load(Set.of(Events.SHOPPER)));
    }

    @Test
    void a_new_version_of_an_absent_profile_is_not_written() {
        Profile profile = Profile.of(Events.SHOPPER, List.of(Events.placed("e1", 2_500)));

        assertFalse(store().save(profile, 1));

        assertEquals(Map.of(), store().load(Set.of(Events.SHOPPER)));
    }

    @Test
    void more_shoppers_than_one_request_holds_are_loaded_at_once() {
        Map<ShopperId, Stored> saved = IntStream.range(0, 230)
                .mapToObj(number -> new ShopperId("shopper-" + number))
                .collect(Collectors.<ShopperId, ShopperId, Stored>toMap(
                        shopper -> shopper,
                        shopper -> new Stored.Live(
                                Profile.of(
                                        shopper,
                                        List.of(ShopperEvents.of(shopper).viewed("e1", Events.NOON, Events.MUG))),
                                1)));
        saved.values()
                .forEach(stored -> assertTrue(
                        store().save(assertInstanceOf(Stored.Live.class, stored).profile(), ProfileStore.ABSENT)));

        assertEquals(saved, store().load(saved.keySet()));
    }

    @Test
    void any_profile_comes_back_as_it_went() {
        LongStream.range(0, 20).forEach(seed -> {
            ShopperId shopper = new ShopperId("shopper-" + seed);
            RandomEvents events = new RandomEvents(seed, Events.NOON, Duration.ofDays(seed * 10 + 1));
            Profile profile = Profile.of(shopper, events.of(shopper, (int) seed * 10 + 1));

            assertTrue(store().save(profile, ProfileStore.ABSENT));

            assertEquals(Map.of(shopper, new Stored.Live(profile, 1)), store().load(Set.of(shopper)), "seed " + seed);
        });
    }

    @Test
    void the_largest_profile_there_can_be_is_kept() {
        Profile largest = LargestProfile.of(Events.SHOPPER);

        assertTrue(store().save(largest, ProfileStore.ABSENT));

        assertEquals(Map.of(Events.SHOPPER, new Stored.Live(largest, 1)), store().load(Set.of(Events.SHOPPER)));
    }

    @Test
    void a_throttled_call_is_busy_and_changes_nothing() {
        Profile profile = Profile.of(Events.SHOPPER, List.of(Events.placed("e1", 2_500)));

        throttleNext(1);
        assertThrows(StoreBusyException.class, () -> store().save(profile, ProfileStore.ABSENT));
        throttleNext(1);
        assertThrows(StoreBusyException.class, () -> store().load(Set.of(Events.SHOPPER)));

        assertEquals(Map.of(), store().load(Set.of(Events.SHOPPER)));
        assertTrue(store().save(profile, ProfileStore.ABSENT));
    }

    @Test
    void a_tombstone_takes_a_profile_s_place_and_no_profile_takes_its() {
        Profile mine = Profile.of(Events.SHOPPER, List.of(Events.placed("e1", 2_500)));
        assertTrue(store().save(mine, ProfileStore.ABSENT));
        assertEquals(new Standing.Somebody(1), tombstones().find(Events.SHOPPER));

        assertTrue(tombstones().put(Events.SHOPPER, tombstone(), 1));

        assertEquals(new Standing.Erased(tombstone(), 2), tombstones().find(Events.SHOPPER));
        assertEquals(Map.of(Events.SHOPPER, new Stored.Erased(2)), store().load(Set.of(Events.SHOPPER)));
        assertFalse(store().save(mine, ProfileStore.ABSENT));
        assertFalse(store().save(mine, 1));
    }

    @Test
    void a_tombstone_made_from_an_old_version_changes_nothing() {
        Profile mine = Profile.of(Events.SHOPPER, List.of(Events.placed("e1", 2_500)));
        assertTrue(store().save(mine, ProfileStore.ABSENT));

        assertFalse(tombstones().put(Events.SHOPPER, tombstone(), ProfileStore.ABSENT));
        assertFalse(tombstones().put(Events.SHOPPER, tombstone(), 2));

        assertEquals(Map.of(Events.SHOPPER, new Stored.Live(mine, 1)), store().load(Set.of(Events.SHOPPER)));
    }

    @Test
    void a_stranger_can_have_a_tombstone() {
        assertEquals(new Standing.Nobody(ProfileStore.ABSENT), tombstones().find(Events.SHOPPER));

        assertTrue(tombstones().put(Events.SHOPPER, tombstone(), ProfileStore.ABSENT));

        assertEquals(new Standing.Erased(tombstone(), 1), tombstones().find(Events.SHOPPER));
        assertEquals(new Standing.Nobody(ProfileStore.ABSENT), tombstones().find(Events.OTHER_SHOPPER));
    }

    @Test
    void a_tombstone_comes_back_as_it_went() {
        Tombstone fresh = new Tombstone(
                clock().instant(), clock().instant().plus(Tombstone.LIFE), 0, Optional.empty(), Optional.empty());
        assertTrue(tombstones().put(Events.SHOPPER, fresh, ProfileStore.ABSENT));
        assertTrue(tombstones().put(Events.OTHER_SHOPPER, tombstone(), ProfileStore.ABSENT));

        assertEquals(new Standing.Erased(fresh, 1), tombstones().find(Events.SHOPPER));
        assertEquals(new Standing.Erased(tombstone(), 1), tombstones().find(Events.OTHER_SHOPPER));
    }

    @Test
    void past_its_life_a_tombstone_is_nothing_that_a_new_profile_replaces() {
        assertTrue(tombstones().put(Events.SHOPPER, tombstone(), ProfileStore.ABSENT));
        clock().advance(Tombstone.LIFE.minusSeconds(1));
        assertEquals(Map.of(Events.SHOPPER, new Stored.Erased(1)), store().load(Set.of(Events.SHOPPER)));

        clock().advance(Duration.ofSeconds(1));

        assertEquals(new Standing.Nobody(1), tombstones().find(Events.SHOPPER));
        assertEquals(Map.of(Events.SHOPPER, new Stored.Forgotten(1)), store().load(Set.of(Events.SHOPPER)));
        Profile anew = Profile.of(Events.SHOPPER, List.of(Events.viewed("e2")));
        assertFalse(store().save(anew, ProfileStore.ABSENT));
        assertTrue(store().save(anew, 1));
        assertEquals(Map.of(Events.SHOPPER, new Stored.Live(anew, 2)), store().load(Set.of(Events.SHOPPER)));
    }

    @Test
    void a_throttled_tombstone_is_busy_and_changes_nothing() {
        throttleNext(1);
        assertThrows(
                StoreBusyException.class, () -> tombstones().put(Events.SHOPPER, tombstone(), ProfileStore.ABSENT));
        throttleNext(1);
        assertThrows(StoreBusyException.class, () -> tombstones().find(Events.SHOPPER));

        assertEquals(new Standing.Nobody(ProfileStore.ABSENT), tombstones().find(Events.SHOPPER));
    }

    /** As far as one can be. */
    private Tombstone tombstone() {
        Instant start = new TestClock().instant();
        return new Tombstone(
                start,
                start.plus(Tombstone.LIFE),
                1,
                Optional.of(List.of(new Gone("late-events", 0), new Gone("refused-events", 12))),
                Optional.of(start.plusMillis(1_234)));
    }
}
