package dev.nextcart.local.bench;

import dev.nextcart.domain.event.ShopEvent;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.local.engine.SourceEvents;
import dev.nextcart.local.engine.SourceEvents.Sent;
import dev.nextcart.local.template.FunctionSpec;
import dev.nextcart.wire.EventType;
import dev.nextcart.wire.EventWriter;

/** Traffic as one function gets it. Not for several threads. */
final class Payloads {
    private final EventWriter writer = new EventWriter();
    private final SourceEvents sources;
    private final FunctionSpec function;
    private final Traffic traffic;
    private int number;

    Payloads(SourceEvents sources, FunctionSpec function, Traffic traffic) {
        this.sources = sources;
        this.function = function;
        this.traffic = traffic;
    }

    /** The batch after the one before. */
    String next() {
        return sources.batch(
                function, traffic.batch(number++).stream().map(this::sent).toList());
    }

    private Sent sent(ShopEvent event) {
        return new Sent(
                event.shopper().map(ShopperId::value).orElse("guest"),
                EventType.of(event).wireName(),
                writer.write(event));
    }
}
