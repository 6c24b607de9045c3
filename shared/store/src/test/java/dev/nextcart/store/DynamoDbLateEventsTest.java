package dev.nextcart.store;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.LateEvents;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.LateEventsContract;
import dev.nextcart.wire.EventReader;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

final class DynamoDbLateEventsTest extends LateEventsContract {
    private final LocalStore local = new LocalStore();

    @Override
    protected LateEvents late() {
        return local.lateEvents();
    }

    @Override
    protected ErasableStore erasable() {
        return local.erasableLateEvents();
    }

    @Override
    protected void erase(ShopperId shopper) {
        local.erase(shopper);
    }

    @Override
    protected List<ShopEvent> waiting() {
        EventReader reader = new EventReader(InstantSource.fixed(Events.NOON.plus(Duration.ofDays(365))));
        return local.scan()
                .lateEvents()
                .map(late -> reader.read(late.payload()))
                .toList();
    }

    @Override
    protected void throttleNext(int calls) {
        local.throttle.throttleNext(calls);
    }
}
