package dev.nextcart.store;

import dev.nextcart.domain.erasure.Tombstones;
import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.testkit.ProfileStoreContract;
import dev.nextcart.testkit.TestClock;

final class DynamoDbProfileStoreTest extends ProfileStoreContract {
    private final LocalStore local = new LocalStore();

    @Override
    protected ProfileStore store() {
        return local.profiles();
    }

    @Override
    protected Tombstones tombstones() {
        return local.tombstones();
    }

    @Override
    protected TestClock clock() {
        return local.clock;
    }

    @Override
    protected void throttleNext(int calls) {
        local.throttle.throttleNext(calls);
    }
}
