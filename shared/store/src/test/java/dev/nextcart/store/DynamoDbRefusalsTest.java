package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.erasure.ErasableStore;
import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.RefusalsContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    @Test
    void a_payload_is_found_by_whom_it_names_however_broken() {
        String truncated = "{\"detail\":{\"shopperId\":\"" + Events.SHOPPER + "\",\"lin";
        refusals().refuse(new Refusal("order-events", "m1", "JSON breaks off", truncated, Events.NOON));

        assertEquals(
                Optional.of(ShopperKey.of(Events.SHOPPER)),
                local.scan().refusals().findFirst().orElseThrow().shopper());
        assertEquals(1, erasable().count(Events.SHOPPER));
    }

    @Test
    void what_names_a_crowd_keeps_no_payload() {
        String crowd = IntStream.range(0, 9)
                .mapToObj(number -> "shopperId=ann-" + number)
                .collect(Collectors.joining(" "));
        assertTrue(refusals().refuse(new Refusal("door", "m1", "not JSON", crowd, Events.NOON)));

        StoredRefusal stored = local.scan().refusals().findFirst().orElseThrow();
        assertEquals("", stored.refusal().payload());
        assertTrue(stored.refusal().reason().contains("too many shoppers"), stored::toString);
    }

    @Override
    protected Refusals refusals() {
        return local.refusals();
    }

    @Override
    protected ErasableStore erasable() {
        return local.erasableRefusals();
    }

    @Override
    protected void erase(ShopperId shopper) {
        local.erase(shopper);
    }

    @Override
    protected List<ShopperKey> withheld() {
        return local.scan()
                .refusals()
                .filter(StoredRefusal::withheld)
                .map(stored -> stored.shopper().orElseThrow())
                .toList();
    }

    @Override
    protected List<Refusal> refused() {
        return local.scan()
                .refusals()
                .filter(stored -> !stored.withheld())
                .map(StoredRefusal::refusal)
                .toList();
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
