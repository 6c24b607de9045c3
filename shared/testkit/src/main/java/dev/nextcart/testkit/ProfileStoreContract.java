package dev.nextcart.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.domain.profile.ProfileStore.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link ProfileStore} promises. Each test starts with an empty store. */
public abstract class ProfileStoreContract {
    protected abstract ProfileStore store();

    /** Makes the store's next calls meet a throttled database. */
    protected abstract void throttleNext(int calls);

    @Test
    void a_shopper_without_a_profile_is_left_out() {
        Profile mine = Profile.of(Events.SHOPPER, List.of(Events.placed("e1", 2_500)));
        assertTrue(store().save(mine, ProfileStore.ABSENT));

        Map<ShopperId, Stored> loaded = store().load(Set.of(Events.SHOPPER, Events.OTHER_SHOPPER));

        assertEquals(Map.of(Events.SHOPPER, new Stored(mine, 1)), loaded);
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

        assertEquals(Map.of(Events.SHOPPER, new Stored(second, 2)), store().load(Set.of(Events.SHOPPER)));
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

        assertEquals(Map.of(Events.SHOPPER, new Stored(winner, 2)), store().load(Set.of(Events.SHOPPER)));
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
                .collect(Collectors.toMap(
                        shopper -> shopper,
                        shopper -> new Stored(
                                Profile.of(
                                        shopper,
                                        List.of(ShopperEvents.of(shopper).viewed("e1", Events.NOON, Events.MUG))),
                                1)));
        saved.values().forEach(stored -> assertTrue(store().save(stored.profile(), ProfileStore.ABSENT)));

        assertEquals(saved, store().load(saved.keySet()));
    }

    @Test
    void any_profile_comes_back_as_it_went() {
        LongStream.range(0, 20).forEach(seed -> {
            ShopperId shopper = new ShopperId("shopper-" + seed);
            RandomEvents events = new RandomEvents(seed, Events.NOON, Duration.ofDays(seed * 10 + 1));
            Profile profile = Profile.of(shopper, events.of(shopper, (int) seed * 10 + 1));

            assertTrue(store().save(profile, ProfileStore.ABSENT));

            assertEquals(Map.of(shopper, new Stored(profile, 1)), store().load(Set.of(shopper)), "seed " + seed);
        });
    }

    @Test
    void the_largest_profile_there_can_be_is_kept() {
        Profile largest = LargestProfile.of(Events.SHOPPER);

        assertTrue(store().save(largest, ProfileStore.ABSENT));

        assertEquals(Map.of(Events.SHOPPER, new Stored(largest, 1)), store().load(Set.of(Events.SHOPPER)));
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
}
