package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.RefusalsContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DynamoDbRefusalsTest extends RefusalsContract {
    private final LocalStore local = new LocalStore();

    @Test
    void what_no_item_can_hold_is_cut_and_says_so() {
        String payload = incompressible(700_000);
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;

        refusals().refuse(new Refusal("door", "m1", "payload: too large", payload, Events.NOON));

        StoredRefusal stored = local.scan().refusals().findFirst().orElseThrow();
        String kept = stored.refusal().payload();
        int keptBytes = kept.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(payload.startsWith(kept));
        assertTrue(keptBytes > KeptPayload.CUT_BYTES - 4, () -> keptBytes + " bytes");
        assertEquals(bytes, stored.payloadBytes());
        assertEquals(Sha256.hex(payload.getBytes(StandardCharsets.UTF_8)), stored.refusalId());
        assertEquals(
                "payload: too large (payload of " + bytes + " bytes, cut to its first " + keptBytes
                        + "; refusalId is its SHA-256)",
                stored.refusal().reason());
    }

    @Override
    protected Refusals refusals() {
        return local.refusals();
    }

    @Override
    protected List<Refusal> refused() {
        return local.scan().refusals().map(StoredRefusal::refusal).toList();
    }

    private static String incompressible(int chars) {
        StringBuilder text = new StringBuilder();
        new Random(1).ints(chars, 0x10000, 0x20000).forEach(text::appendCodePoint);
        return text.toString();
    }

    @Override
    protected void throttleNext(int calls) {
        local.throttle.throttleNext(calls);
    }
}
