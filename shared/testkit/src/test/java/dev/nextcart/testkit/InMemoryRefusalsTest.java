package dev.nextcart.testkit;

import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.Refusals.Refusal;
import java.util.List;

final class InMemoryRefusalsTest extends RefusalsContract {
    private final InMemoryRefusals refusals = new InMemoryRefusals();

    @Override
    protected Refusals refusals() {
        return refusals;
    }

    @Override
    protected List<Refusal> refused() {
        return refusals.refused();
    }

    @Override
    protected void throttleNext(int calls) {
        refusals.throttleNext(calls);
    }
}
