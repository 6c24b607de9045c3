package dev.nextcart.testkit;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.profile.LateEvents;
import java.util.List;

final class InMemoryLateEventsTest extends LateEventsContract {
    private final InMemoryLateEvents late = new InMemoryLateEvents();

    @Override
    protected LateEvents late() {
        return late;
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
