package dev.nextcart.testkit;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class InMemoryRefusalsTest extends RefusalsContract {
    private final Set<ShopperId> erased = new HashSet<>();
    private final InMemoryRefusals refusals = new InMemoryRefusals(InMemoryRefusalsTest::named, erased::contains);

    private static Set<ShopperId> named(String payload) {
        return Stream.of(Events.SHOPPER, Events.OTHER_SHOPPER)
                .filter(shopper -> payload.contains(shopper.value()))
                .collect(Collectors.toSet());
    }

    @Override
    protected Refusals refusals() {
        return refusals;
    }

    @Override
    protected ErasableStore erasable() {
        return refusals;
    }

    @Override
    protected void erase(ShopperId shopper) {
        erased.add(shopper);
    }

    @Override
    protected List<Refusal> refused() {
        return refusals.refused();
    }

    @Override
    protected List<ShopperKey> withheld() {
        return refusals.withheld();
    }

    @Override
    protected void throttleNext(int calls) {
        refusals.throttleNext(calls);
    }
}
