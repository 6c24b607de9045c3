package dev.nextcart.testkit;

import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.erasure.Tombstones;
import dev.nextcart.domain.event.ShopperId;

/** Tombstones written by a process that dies. */
record CrashingTombstones(Tombstones tombstones, CrashPoint point) implements Tombstones {
    @Override
    public Standing find(ShopperId shopper) {
        return point.pass(() -> tombstones.find(shopper));
    }

    @Override
    public boolean put(ShopperId shopper, Tombstone tombstone, long expectedVersion) {
        return point.pass(() -> tombstones.put(shopper, tombstone, expectedVersion));
    }
}
