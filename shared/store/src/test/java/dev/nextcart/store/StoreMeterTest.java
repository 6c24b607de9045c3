package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.Fate;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileFolding;
import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.store.StoreMeter.Snapshot;
import dev.nextcart.store.StoreMeter.TableUnits;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.InMemoryLateEvents;
import dev.nextcart.testkit.ProductChanges;
import dev.nextcart.testkit.ShopperEvents;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoreMeterTest {
    private final LocalStore local = new LocalStore();

    @Test
    void a_lost_race_is_counted() {
        Profile profile = Profile.of(Events.SHOPPER, List.of(Events.viewed("e1")));
        assertTrue(local.profiles().save(profile, ProfileStore.ABSENT));

        Snapshot before = local.meter.snapshot();
        assertFalse(local.profiles().save(profile, ProfileStore.ABSENT));

        assertEquals(new Snapshot(1, 0, 0, 1), local.meter.snapshot().since(before));
    }

    @Test
    void a_small_profile_costs_one_unit_to_read_and_one_to_write() {
        Profile profile = Profile.of(Events.SHOPPER, List.of(Events.viewed("e1")));

        assertTrue(local.profiles().save(profile, ProfileStore.ABSENT));
        local.profiles().load(Set.of(Events.SHOPPER));

        assertEquals(new Snapshot(2, 1, 1, 0), local.meter.snapshot());
    }

    @Test
    void an_erasure_costs_the_others_nothing_and_an_event_of_an_erased_shopper_one_read() {
        local.erase(Events.SHOPPER);
        Snapshot before = local.meter.snapshot();

        List<Fate> fates = new ProfileFolding(local.profiles(), new InMemoryLateEvents(), Runnable::run, tries -> {})
                .fold(List.of(Events.viewed("e1")));

        assertEquals(List.of(new Fate.Erased()), fates);
        assertEquals(new Snapshot(1, 1, 0, 0), local.meter.snapshot().since(before));
    }

    @Test
    void units_are_told_by_table_and_so_are_writes_that_were_turned_away() {
        Profile profile = Profile.of(Events.SHOPPER, List.of(Events.viewed("e1")));
        local.profiles().save(profile, ProfileStore.ABSENT);
        SortedMap<String, TableUnits> before = local.meter.byTable();

        local.profiles().save(profile, ProfileStore.ABSENT);
        local.profiles().load(Set.of(Events.SHOPPER));
        local.catalogue().put(ProductChanges.mug("c1", 995));
        local.catalogue().put(ProductChanges.mug("c1", 995));

        assertEquals(
                Map.of(
                        local.tables.profiles(), new TableUnits(1, 0, 1),
                        local.tables.catalogue(), new TableUnits(0, 1, 1)),
                TableUnits.between(before, local.meter.byTable()));
    }

    @Test
    void a_hundred_clicks_cost_one_read_and_a_write_for_each_shopper() {
        assertEquals(6, requestsForHundredClicksOver(5));
        assertEquals(51, requestsForHundredClicksOver(50));
    }

    private long requestsForHundredClicksOver(int shoppers) {
        List<ShopEvent> clicks = IntStream.range(0, 100)
                .<ShopEvent>mapToObj(
                        click -> ShopperEvents.of(new ShopperId("one-of-" + shoppers + "-" + click % shoppers))
                                .viewed("e" + click, Events.NOON.plusMillis(click * 731L), Events.MUG))
                .toList();
        Snapshot before = local.meter.snapshot();

        List<Fate> fates = new ProfileFolding(
                        local.profiles(), new InMemoryLateEvents(), Runnable::run, lostRaces -> {})
                .fold(clicks);

        assertEquals(Collections.nCopies(100, new Fate.Counted()), fates);
        return local.meter.snapshot().since(before).requests();
    }
}
