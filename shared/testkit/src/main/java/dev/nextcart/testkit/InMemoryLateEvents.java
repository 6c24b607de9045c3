package dev.nextcart.testkit;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.LateEvents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Late events in a map; busy only when told to. */
public final class InMemoryLateEvents implements LateEvents {
    private final Map<Key, ShopEvent> events = new ConcurrentHashMap<>();
    private final Throttle throttle = new Throttle();

    private record Key(Optional<ShopperId> shopper, String eventId) {}

    @Override
    public void setAside(ShopEvent event) {
        throttle.pass("set aside");
        events.putIfAbsent(new Key(event.shopper(), event.eventId()), event);
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
