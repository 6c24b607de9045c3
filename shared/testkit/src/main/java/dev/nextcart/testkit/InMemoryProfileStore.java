package dev.nextcart.testkit;

import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.profile.Profile;
import dev.nextcart.domain.profile.ProfileStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Profiles in a map: as atomic as DynamoDB, never slow, busy only when told to. */
public final class InMemoryProfileStore implements ProfileStore {
    private final Map<ShopperId, Stored> items = new ConcurrentHashMap<>();
    private final Throttle throttle = new Throttle();
    private final AtomicInteger loads = new AtomicInteger();
    private final AtomicInteger saves = new AtomicInteger();

    @Override
    public Map<ShopperId, Stored> load(Set<ShopperId> shoppers) {
        loads.incrementAndGet();
        throttle.pass("load profiles");
        return items.entrySet().stream()
                .filter(item -> shoppers.contains(item.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public boolean save(Profile profile, long expectedVersion) {
        saves.incrementAndGet();
        throttle.pass("save profile");
        Stored next = new Stored(profile, expectedVersion + 1);
        if (expectedVersion == ABSENT) {
            return items.putIfAbsent(profile.shopper(), next) == null;
        }
        Stored before = items.get(profile.shopper());
        return before != null && before.version() == expectedVersion && items.replace(profile.shopper(), before, next);
    }

    public Optional<Stored> find(ShopperId shopper) {
        return Optional.ofNullable(items.get(shopper));
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
}
