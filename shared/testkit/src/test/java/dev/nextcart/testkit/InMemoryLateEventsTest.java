package dev.nextcart.testkit;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.LateEvents;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class InMemoryLateEventsTest extends LateEventsContract {
    private final Set<ShopperId> erased = new HashSet<>();
    private final InMemoryLateEvents late = new InMemoryLateEvents(erased::contains);

    @Override
    protected LateEvents late() {
        return late;
    }

    @Override
    protected ErasableStore erasable() {
        return late;
    }

    @Override
    protected void erase(ShopperId shopper) {
        erased.add(shopper);
    }

    @Override
    protected List<ShopEvent> waiting() {
        return late.events();
    }

    @Override
    protected void throttleNext(int calls) {
        late.throttleNext(calls);
    }
}
