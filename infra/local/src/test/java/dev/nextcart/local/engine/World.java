package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.local.engine.EngineStatus.QueueStatus;
import dev.nextcart.local.engine.EngineStatus.SourceStatus;
import dev.nextcart.local.template.CloudTemplate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** An engine on a virtual clock with scripted functions. */
final class World {
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    final VirtualTimeline timeline = new VirtualTimeline(START);
    final ScriptedFunctions functions = new ScriptedFunctions(timeline);
    final DeliveryEngine engine;

    World(CloudTemplate template) {
        this(template, 1, Faults.NONE);
    }

    World(CloudTemplate template, long seed, Faults faults) {
        engine = new DeliveryEngine(template, functions, timeline, seed, faults);
    }

    void send(String... bodies) {
        List.of(bodies).forEach(body -> engine.sendMessage("orders", body));
    }

    void put(String key, String... contents) {
        List.of(contents).forEach(each -> engine.putRecord("clicks", key, each.getBytes(StandardCharsets.UTF_8)));
    }

    /** Also checks that no action threw. */
    void settle() {
        timeline.runUntilQuiet();
        assertEquals(List.of(), timeline.failures());
    }

    /** Settles, then checks that nothing is outstanding. */
    void settleAll() {
        settle();
        assertEquals(0, engine.outstanding(), () -> "outstanding: " + engine.status());
    }

    QueueStatus queue(String id) {
        QueueStatus status = engine.status().queues().get(id);
        if (status == null) {
            throw new IllegalArgumentException("no queue " + id);
        }
        return status;
    }

    SourceStatus source() {
        return engine.status().sources().getFirst();
    }
}
