package dev.nextcart.store;

import dev.nextcart.domain.profile.ProfileStore;
import dev.nextcart.testkit.ProfileFoldingContract;

final class DynamoDbProfileFoldingTest extends ProfileFoldingContract {
    private final LocalStore local = new LocalStore();

    @Override
    protected ProfileStore store() {
        return local.profiles();
    }

    @Override
    protected void throttleNext(int calls) {
        local.throttle.throttleNext(calls);
    }
}
