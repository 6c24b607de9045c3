package dev.nextcart.testkit;

import dev.nextcart.domain.profile.ProfileStore;

final class InMemoryProfileStoreTest extends ProfileStoreContract {
    private final InMemoryProfileStore store = new InMemoryProfileStore();

    @Override
    protected ProfileStore store() {
        return store;
    }

    @Override
    protected void throttleNext(int calls) {
        store.throttleNext(calls);
    }
}
