package dev.nextcart.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.StoreBusyException;
import dev.nextcart.domain.profile.LateEvents;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link LateEvents} promises. Each test starts with none. */
public abstract class LateEventsContract {
    protected abstract LateEvents late();

    /** The same place, as an erasure sees it. */
    protected abstract ErasableStore erasable();

    /** Sets up a tombstone. */
    protected abstract void erase(ShopperId shopper);

    /** All events set aside, read back, in any order. */
    protected abstract List<ShopEvent> waiting();

    /** Makes the store's next calls meet a throttled database. */
    protected abstract void throttleNext(int calls);

    @Test
    void events_of_every_kind_wait_as_they_came() {
        List<ShopEvent> events = new RandomEvents(1, Events.NOON, Duration.ofDays(100)).of(Events.SHOPPER, 60);

        events.forEach(event -> assertTrue(late().setAside(event)));

        assertEquals(events.size(), waiting().size());
        assertEquals(Set.copyOf(events), Set.copyOf(waiting()));
    }

    @Test
    void an_event_set_aside_again_waits_once() {
        late().setAside(Events.viewed("e1"));
        late().setAside(Events.viewed("e1"));

        assertEquals(List.of(Events.viewed("e1")), waiting());
    }

    @Test
    void two_shoppers_may_use_one_event_id() {
        ShopEvent mine = Events.viewed("e1");
        ShopEvent yours = ShopperEvents.of(Events.OTHER_SHOPPER).viewed("e1", Events.NOON, Events.MUG);

        late().setAside(mine);
        late().setAside(yours);

        assertEquals(Set.of(mine, yours), Set.copyOf(waiting()));
    }

    @Test
    void a_throttled_call_is_busy_and_may_be_made_again() {
        throttleNext(1);
        assertThrows(StoreBusyException.class, () -> late().setAside(Events.viewed("e1")));
        assertEquals(List.of(), waiting());

        late().setAside(Events.viewed("e1"));

        assertEquals(List.of(Events.viewed("e1")), waiting());
    }

    @Test
    void nothing_of_an_erased_shopper_is_set_aside() {
        assertTrue(late().setAside(Events.viewed("e1")));
        erase(Events.SHOPPER);

        assertFalse(late().setAside(Events.viewed("e1")));
        assertFalse(late().setAside(Events.viewed("e2")));
        assertTrue(late().setAside(OF_ANOTHER));

        assertEquals(Set.of(Events.viewed("e1"), OF_ANOTHER), Set.copyOf(waiting()));
    }

    @Test
    void one_shopper_is_counted_and_forgotten_and_the_others_stay() {
        IntStream.range(0, 60).forEach(number -> late().setAside(Events.viewed("e" + number)));
        late().setAside(OF_ANOTHER);

        assertEquals(60, erasable().count(Events.SHOPPER));
        erasable().erase(Events.SHOPPER);
        erasable().erase(Events.SHOPPER);

        assertEquals(0, erasable().count(Events.SHOPPER));
        assertEquals(List.of(OF_ANOTHER), waiting());
    }

    private static final ShopEvent OF_ANOTHER =
            ShopperEvents.of(Events.OTHER_SHOPPER).viewed("e1", Events.NOON, Events.MUG);
}
