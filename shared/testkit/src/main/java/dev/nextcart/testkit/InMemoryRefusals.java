package dev.nextcart.testkit;

import dev.nextcart.domain.event.Refusals;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Refusals in a map by payload; busy only when told to. */
public final class InMemoryRefusals implements Refusals {
    private final Map<String, Refusal> byPayload = new ConcurrentHashMap<>();
    private final Throttle throttle = new Throttle();

    @Override
    public void refuse(Refusal refusal) {
        throttle.pass("refuse");
        byPayload.putIfAbsent(refusal.payload(), refusal);
    }

    /** All that were refused, in no order. */
    public List<Refusal> refused() {
        return List.copyOf(byPayload.values());
    }

    /** The next calls throw {@link dev.nextcart.domain.event.StoreBusyException}. */
    public void throttleNext(int calls) {
        throttle.next(calls);
    }
}
