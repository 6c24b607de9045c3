package dev.nextcart.testkit;

import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.erasure.Tombstones;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Profiles and tombstones in a map: as atomic as DynamoDB, never slow, busy only when told to. */
public final class InMemoryProfileStore implements ProfileStore, Tombstones {
    private final Map<ShopperId, Item> items = new ConcurrentHashMap<>();
    private final Throttle throttle = new Throttle();
    private final AtomicInteger loads = new AtomicInteger();
    private final AtomicInteger saves = new AtomicInteger();
    private final InstantSource clock;

    private sealed interface Item {
        long version();

        record OfProfile(Profile profile, long version) implements Item {}

        record OfTombstone(Tombstone tombstone, long version) implements Item {}
    }

    public InMemoryProfileStore() {
        this(new TestClock());
    }

    /** @param clock against which a tombstone is past its life */
    public InMemoryProfileStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Map<ShopperId, Stored> load(Set<ShopperId> shoppers) {
        loads.incrementAndGet();
        throttle.pass("load profiles");
        return items.entrySet().stream()
                .filter(item -> shoppers.contains(item.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, item -> stored(item.getValue())));
    }

    @Override
    public boolean save(Profile profile, long expectedVersion) {
        saves.incrementAndGet();
        throttle.pass("save profile");
        return write(profile.shopper(), new Item.OfProfile(profile, expectedVersion + 1), expectedVersion);
    }

    @Override
    public Standing find(ShopperId shopper) {
        throttle.pass("find tombstone");
        return switch (items.get(shopper)) {
            case Item.OfProfile profile -> new Standing.Somebody(profile.version);
            case Item.OfTombstone grave ->
                grave.tombstone.lives(clock.instant())
                        ? new Standing.Erased(grave.tombstone, grave.version)
                        : new Standing.Nobody(grave.version);
            case null -> new Standing.Nobody(ABSENT);
        };
    }

    @Override
    public boolean put(ShopperId shopper, Tombstone tombstone, long expectedVersion) {
        throttle.pass("put tombstone");
        return write(shopper, new Item.OfTombstone(tombstone, expectedVersion + 1), expectedVersion);
    }

    /** Whether a tombstone of the shopper stands and is not past its life. */
    public boolean isErased(ShopperId shopper) {
        return items.get(shopper) instanceof Item.OfTombstone grave && grave.tombstone.lives(clock.instant());
    }

    /** The profile, if there is one. */
    public Optional<Profile> profile(ShopperId shopper) {
        return items.get(shopper) instanceof Item.OfProfile item ? Optional.of(item.profile) : Optional.empty();
    }

    /** Calls of {@link #load}, throttled ones too. */
    public int loads() {
        return loads.get();
    }

    /** Calls of {@link #save}, throttled ones and lost races too. */
    public int saves() {
        return saves.get();
    }

    /** The next calls throw {@link dev.nextcart.domain.event.StoreBusyException}. */
    public void throttleNext(int calls) {
        throttle.next(calls);
    }

    private Stored stored(Item item) {
        return switch (item) {
            case Item.OfProfile profile -> new Stored.Live(profile.profile, profile.version);
            case Item.OfTombstone grave ->
                grave.tombstone.lives(clock.instant())
                        ? new Stored.Erased(grave.version)
                        : new Stored.Forgotten(grave.version);
        };
    }

    private boolean write(ShopperId shopper, Item next, long expectedVersion) {
        if (expectedVersion == ABSENT) {
            return items.putIfAbsent(shopper, next) == null;
        }
        Item before = items.get(shopper);
        return before != null && before.version() == expectedVersion && items.replace(shopper, before, next);
    }
}
