package dev.nextcart.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileFolding;
import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.domain.profile.ProfileStore.Stored.Live;
import dev.nextcart.testkit.CrashingProfileStore.CrashPoint;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link ProfileFolding} promises on any {@link ProfileStore}: each event counts once, whatever happens. */
public abstract class ProfileFoldingContract {
    private final InMemoryLateEvents late = new InMemoryLateEvents();

    protected abstract ProfileStore store();

    /** Makes the store's next calls meet a throttled database. */
    protected abstract void throttleNext(int calls);

    @Test
    void an_event_twice_in_a_batch_counts_once() {
        List<Fate> fates = folding(store()).fold(List.of(Events.placed("e1", 2_500), Events.placed("e1", 2_500)));

        assertEquals(List.of(new Fate.Counted(), new Fate.Repeated()), fates);
        assertEquals(Profile.of(Events.SHOPPER, List.of(Events.placed("e1", 2_500))), stored());
    }

    @Test
    void a_redelivered_batch_counts_once() {
        List<ShopEvent> batch = random(1).of(Events.SHOPPER, 60);

        folding(store()).fold(batch);
        List<Fate> again = folding(store()).fold(batch.reversed());

        assertEquals(Collections.nCopies(60, new Fate.Repeated()), again);
        assertEquals(Profile.of(Events.SHOPPER, batch), stored());
    }

    @Test
    void batches_that_overlap_count_each_event_once() {
        List<ShopEvent> events = random(2).of(Events.SHOPPER, 60);

        folding(store()).fold(events.subList(0, 40));
        folding(store()).fold(events.subList(20, 60));

        assertEquals(Profile.of(Events.SHOPPER, events), stored());
    }

    @Test
    void two_writers_at_once_lose_nothing() {
        List<ShopEvent> left = random(3).of(Events.SHOPPER, 40);
        List<ShopEvent> right = random(4).of(Events.SHOPPER, 40);
        List<ShopEvent> both = Stream.concat(left.stream(), right.stream()).toList();

        AtOnce.run(() -> foldOneByOne(left), () -> foldOneByOne(right), () -> foldOneByOne(both.reversed()));

        assertEquals(Profile.of(Events.SHOPPER, both), stored());
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_around_the_save_counts_once_after_redelivery(CrashPoint point) {
        List<ShopEvent> batch = random(5).of(Events.SHOPPER, 10);
        ProfileStore crashing = new CrashingProfileStore(store(), point);

        assertThrows(CompletionException.class, () -> folding(crashing).fold(batch));
        folding(crashing).fold(batch);

        assertEquals(Profile.of(Events.SHOPPER, batch), stored());
    }

    @Test
    void a_throttled_batch_is_busy_and_counts_when_it_comes_back() {
        List<ShopEvent> batch = random(6).of(Events.SHOPPER, 10);

        throttleNext(1);
        List<Fate> throttled = folding(store()).fold(batch);
        folding(store()).fold(batch);

        throttled.forEach(fate -> assertInstanceOf(Fate.Busy.class, fate));
        assertEquals(Profile.of(Events.SHOPPER, batch), stored());
    }

    private void foldOneByOne(List<ShopEvent> events) {
        for (ShopEvent event : events) {
            while (folding(store()).fold(List.of(event)).getFirst() instanceof Fate.Busy) {
                Thread.onSpinWait(); // It lost all its races; its queue would bring it back.
            }
        }
    }

    private Profile stored() {
        return assertInstanceOf(Live.class, store().load(Set.of(Events.SHOPPER)).get(Events.SHOPPER))
                .profile();
    }

    private ProfileFolding folding(ProfileStore store) {
        return new ProfileFolding(store, late, Runnable::run, lostRaces -> Thread.onSpinWait());
    }

    /** A span short enough that nothing is forgotten. */
    private static RandomEvents random(long seed) {
        return new RandomEvents(seed, Events.NOON, Duration.ofDays(7));
    }
}
