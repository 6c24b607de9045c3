package dev.nextcart.testkit;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Refusals in a map by payload; busy only when told to. */
public final class InMemoryRefusals implements Refusals, ErasableStore {
    private final Map<String, Refusal> byPayload = new ConcurrentHashMap<>();
    private final Map<String, ShopperKey> withheld = new ConcurrentHashMap<>();
    private final Throttle throttle = new Throttle();
    private final Function<String, Set<ShopperId>> named;
    private final Predicate<ShopperId> isErased;

    /** No payload names anybody. */
    public InMemoryRefusals() {
        this(payload -> Set.of(), shopper -> false);
    }

    /** @param named whom a payload names */
    public InMemoryRefusals(Function<String, Set<ShopperId>> named, Predicate<ShopperId> isErased) {
        this.named = named;
        this.isErased = isErased;
    }

    @Override
    public boolean refuse(Refusal refusal) {
        throttle.pass("refuse");
        byPayload.putIfAbsent(refusal.payload(), refusal);
        Set<ShopperId> shoppers = named.apply(refusal.payload());
        if (shoppers.stream().noneMatch(isErased)) {
            return true;
        }
        byPayload.remove(refusal.payload());
        shoppers.stream()
                .filter(isErased)
                .findFirst()
                .ifPresent(shopper -> withheld.putIfAbsent(refusal.payload(), ShopperKey.of(shopper)));
        return false;
    }

    @Override
    public void withhold(Refusal refusal, ShopperKey erased) {
        throttle.pass("withhold");
        withheld.putIfAbsent(refusal.payload(), erased);
    }

    @Override
    public String name() {
        return "refused-events";
    }

    @Override
    public long count(ShopperId shopper) {
        throttle.pass("count refusals");
        return byPayload.keySet().stream()
                .filter(payload -> named.apply(payload).contains(shopper))
                .count();
    }

    @Override
    public void erase(ShopperId shopper) {
        throttle.pass("erase refusals");
        byPayload.keySet().removeIf(payload -> named.apply(payload).contains(shopper));
    }

    @Override
    public String proof(ShopperId shopper) {
        return "look into the map";
    }

    /** All that were refused and kept, in no order. */
    public List<Refusal> refused() {
        return List.copyOf(byPayload.values());
    }

    /** The erased shoppers of all whose payload was withheld, in no order. */
    public List<ShopperKey> withheld() {
        return List.copyOf(withheld.values());
    }

    /** The next calls throw {@link dev.nextcart.domain.event.StoreBusyException}. */
    public void throttleNext(int calls) {
        throttle.next(calls);
    }
}
