package dev.nextcart.testkit;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.LateEvents;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Late events in a map; busy only when told to. */
public final class InMemoryLateEvents implements LateEvents, ErasableStore {
    private final Map<Key, ShopEvent> events = new ConcurrentHashMap<>();
    private final Throttle throttle = new Throttle();
    private final Predicate<ShopperId> isErased;

    private record Key(ShopperId shopper, String eventId) {}

    /** Nobody is erased. */
    public InMemoryLateEvents() {
        this(shopper -> false);
    }

    public InMemoryLateEvents(Predicate<ShopperId> isErased) {
        this.isErased = isErased;
    }

    /** Set down first, taken back if the shopper turns out to be erased: as good as a transaction to all who look. */
    @Override
    public boolean setAside(ShopEvent event) {
        throttle.pass("set aside");
        Key key = new Key(event.shopper().orElseThrow(), event.eventId());
        boolean mine = events.putIfAbsent(key, event) == null;
        boolean erased = isErased.test(key.shopper);
        if (erased && mine) {
            events.remove(key);
        }
        return !erased;
    }

    @Override
    public String name() {
        return "late-events";
    }

    @Override
    public long count(ShopperId shopper) {
        throttle.pass("count late events");
        return events.keySet().stream()
                .filter(key -> key.shopper.equals(shopper))
                .count();
    }

    @Override
    public void erase(ShopperId shopper) {
        throttle.pass("erase late events");
        events.keySet().removeIf(key -> key.shopper.equals(shopper));
    }

    @Override
    public String proof(ShopperId shopper) {
        return "look into the map";
    }

    /** All that were set aside, in no order. */
    public List<ShopEvent> events() {
        return List.copyOf(events.values());
    }

    /** The next calls throw {@link dev.nextcart.domain.event.StoreBusyException}. */
    public void throttleNext(int calls) {
        throttle.next(calls);
    }
}
