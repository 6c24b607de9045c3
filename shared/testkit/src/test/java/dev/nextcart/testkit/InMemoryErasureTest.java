package dev.nextcart.testkit;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.erasure.Tombstones;
import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.LateEvents;
import dev.nextcart.domain.profile.ProfileStore;
import java.util.List;
import java.util.Set;

final class InMemoryErasureTest extends ErasureContract {
    private final TestClock clock = new TestClock();
    private final InMemoryProfileStore store = new InMemoryProfileStore(clock);
    private final InMemoryLateEvents late = new InMemoryLateEvents(store::isErased);
    private final InMemoryRefusals refusals = new InMemoryRefusals(InMemoryErasureTest::named, store::isErased);

    /** Enough for the payloads of the contract. */
    private static Set<ShopperId> named(String payload) {
        String mark = "\"shopperId\":\"";
        int start = payload.indexOf(mark) + mark.length();
        return Set.of(new ShopperId(payload.substring(start, payload.indexOf('"', start))));
    }

    @Override
    protected ProfileStore profiles() {
        return store;
    }

    @Override
    protected Tombstones tombstones() {
        return store;
    }

    @Override
    protected LateEvents late() {
        return late;
    }

    @Override
    protected Refusals refusals() {
        return refusals;
    }

    @Override
    protected List<ErasableStore> stores() {
        return List.of(late, refusals);
    }

    @Override
    protected TestClock clock() {
        return clock;
    }

    @Override
    protected void throttleNext(int calls) {
        store.throttleNext(calls);
    }
}
