package dev.nextcart.testkit;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.event.ShopperId;

/** A store to be erased by a process that dies. */
record CrashingErasableStore(ErasableStore store, CrashPoint point) implements ErasableStore {
    @Override
    public String name() {
        return store.name();
    }

    @Override
    public long count(ShopperId shopper) {
        return point.pass(() -> store.count(shopper));
    }

    @Override
    public void erase(ShopperId shopper) {
        point.pass(() -> {
            store.erase(shopper);
            return true;
        });
    }

    @Override
    public String proof(ShopperId shopper) {
        return store.proof(shopper);
    }
}
