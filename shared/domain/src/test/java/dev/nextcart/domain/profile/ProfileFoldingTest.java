package dev.nextcart.domain.profile;

import static dev.nextcart.domain.profile.SomeEvents.ANN;
import static dev.nextcart.domain.profile.SomeEvents.START;
import static dev.nextcart.domain.profile.SomeEvents.placed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.OrderLine;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.domain.profile.ProfileStore.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileFoldingTest {
    private static final OrderLine MUG = new OrderLine("mug", 1, 450);
    private static final ShopEvent FIRST = placed("e1", START, MUG);
    private static final ShopEvent SECOND = placed("e2", START.plusSeconds(5), MUG);

    private final RacyStore store = new RacyStore();
    private final List<ShopEvent> late = new ArrayList<>();
    private final List<Integer> pauses = new ArrayList<>();
    private boolean erasedMeanwhile;
    private final ProfileFolding folding =
            new ProfileFolding(store, event -> !erasedMeanwhile && late.add(event), Runnable::run, pauses::add);

    @Test
    void an_event_twice_in_a_batch_counts_once() {
        List<Fate> fates = folding.fold(List.of(FIRST, SECOND, FIRST));

        assertEquals(List.of(new Fate.Counted(), new Fate.Counted(), new Fate.Repeated()), fates);
        assertEquals(Profile.of(ANN, List.of(FIRST, SECOND)), store.profile());
    }

    @Test
    void a_batch_of_repeats_writes_nothing() {
        folding.fold(List.of(FIRST));
        int before = store.saves;

        List<Fate> fates = folding.fold(List.of(FIRST));

        assertEquals(List.of(new Fate.Repeated()), fates);
        assertEquals(before, store.saves);
    }

    @Test
    void a_lost_race_is_folded_again_on_what_the_winner_wrote() {
        store.beforeNextSave = () -> store.put(Profile.of(ANN, List.of(FIRST)));

        List<Fate> fates = folding.fold(List.of(FIRST, SECOND));

        assertEquals(List.of(new Fate.Repeated(), new Fate.Counted()), fates);
        assertEquals(Profile.of(ANN, List.of(FIRST, SECOND)), store.profile());
        assertEquals(List.of(1), pauses);
    }

    @Test
    void who_loses_every_race_sends_the_events_back() {
        store.losesAlways = true;

        List<Fate> fates = folding.fold(List.of(FIRST));

        assertInstanceOf(Fate.Busy.class, fates.getFirst());
        assertEquals(ProfileFolding.MAX_ATTEMPTS - 1, pauses.size());
    }

    @Test
    void an_event_below_the_floor_is_set_aside_and_the_others_are_counted() {
        ShopEvent muchLater = placed("e9", START.plus(Memory.REACH).plusSeconds(60), MUG);
        folding.fold(List.of(FIRST, muchLater));

        List<Fate> fates = folding.fold(List.of(SECOND, FIRST));

        assertEquals(List.of(new Fate.Counted(), new Fate.SetAside()), fates);
        assertEquals(List.of(FIRST), late);
    }

    @Test
    void an_event_of_an_erased_shopper_is_told_so_and_nothing_is_written() {
        store.rows.put(ANN, new Stored.Erased(7));

        List<Fate> fates = folding.fold(List.of(FIRST, SECOND));

        assertEquals(List.of(new Fate.Erased(), new Fate.Erased()), fates);
        assertEquals(0, store.saves);
    }

    @Test
    void who_is_erased_between_load_and_save_is_not_brought_back() {
        store.beforeNextSave = () -> store.rows.put(ANN, new Stored.Erased(1));

        List<Fate> fates = folding.fold(List.of(FIRST));

        assertEquals(List.of(new Fate.Erased()), fates);
        assertEquals(Map.of(ANN, new Stored.Erased(1)), store.load(Set.of(ANN)));
    }

    @Test
    void who_is_erased_while_an_event_is_set_aside_is_told_so() {
        ShopEvent muchLater = placed("e9", START.plus(Memory.REACH).plusSeconds(60), MUG);
        folding.fold(List.of(FIRST, muchLater));
        folding.fold(List.of(SECOND, muchLater));
        erasedMeanwhile = true;

        assertEquals(List.of(new Fate.Erased()), folding.fold(List.of(FIRST)));
        assertEquals(List.of(), late);
    }

    @Test
    void who_was_forgotten_starts_new_over_what_is_left() {
        store.rows.put(ANN, new Stored.Forgotten(7));

        List<Fate> fates = folding.fold(List.of(FIRST));

        assertEquals(List.of(new Fate.Counted()), fates);
        assertEquals(Map.of(ANN, new Stored.Live(Profile.of(ANN, List.of(FIRST)), 8)), store.load(Set.of(ANN)));
    }

    @Test
    void a_store_out_of_reach_sends_the_whole_batch_back() {
        store.isDown = true;

        List<Fate> fates = folding.fold(List.of(FIRST, SECOND));

        assertEquals(List.of(new Fate.Busy("down"), new Fate.Busy("down")), fates);
    }

    /** A store of one profile that can be overtaken between load and save. */
    private static final class RacyStore implements ProfileStore {
        private final Map<ShopperId, Stored> rows = new HashMap<>();
        private Runnable beforeNextSave = () -> {};
        private boolean losesAlways;
        private boolean isDown;
        private int saves;

        @Override
        public Map<ShopperId, Stored> load(Set<ShopperId> shoppers) {
            if (isDown) {
                throw new StoreBusyException("down");
            }
            Map<ShopperId, Stored> found = new HashMap<>(rows);
            found.keySet().retainAll(shoppers);
            return found;
        }

        @Override
        public boolean save(Profile profile, long expectedVersion) {
            Runnable overtaking = beforeNextSave;
            beforeNextSave = () -> {};
            overtaking.run();
            saves++;
            if (losesAlways || version(profile.shopper()) != expectedVersion) {
                return false;
            }
            put(profile);
            return true;
        }

        void put(Profile profile) {
            rows.put(profile.shopper(), new Stored.Live(profile, version(profile.shopper()) + 1));
        }

        Profile profile() {
            return assertInstanceOf(Stored.Live.class, rows.get(ANN)).profile();
        }

        private long version(ShopperId shopper) {
            Stored stored = rows.get(shopper);
            return stored == null ? ABSENT : stored.version();
        }
    }
}
