package dev.nextcart.testkit;

import dev.nextcart.domain.erasure.Tombstones;
import dev.nextcart.domain.profile.ProfileStore;

final class InMemoryProfileStoreTest extends ProfileStoreContract {
    private final TestClock clock = new TestClock();
    private final InMemoryProfileStore store = new InMemoryProfileStore(clock);

    @Override
    protected ProfileStore store() {
        return store;
    }

    @Override
    protected Tombstones tombstones() {
        return store;
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
