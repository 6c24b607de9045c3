package dev.nextcart.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nextcart.domain.erasure.Receipt;
import dev.nextcart.domain.erasure.Tombstone;
import dev.nextcart.domain.erasure.Tombstone.Gone;
import dev.nextcart.domain.event.Refusals;
import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.profile.ProfileFolding;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.ShopperEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalTablesResource.class)
@TestProfile(ErasureTest.Handler.class)
class ErasureTest {
    private static final String NO_FAILURES = "{\"batchItemFailures\":[]}";
    private static final ShopperId SHOPPER = new ShopperId("shopper-1093");
    private static final ShopperKey KEY = ShopperKey.of(SHOPPER);

    @Inject
    Tables tables;

    @Inject
    ProfileFolding folding;

    @Inject
    Refusals refusals;

    @Test
    void a_shopper_is_forgotten_once_and_for_all() throws Exception {
        folding.fold(List.of(ShopperEvents.of(SHOPPER).viewed("e1", Events.NOON, Events.MUG)));
        refusals.refuse(new Refusal("door", "m1", "bad", "{\"shopperId\":\"shopper-1093\"", Events.NOON));

        Archive.land(
                "events/day=2026-11-24/a.jsonl.gz", "{\"shopperId\":\"shopper-1093\"}", "{\"shopperId\":\"other\"}");

        assertEquals(NO_FAILURES, FunctionUnderTest.invoke(FunctionUnderTest.envelope("sqs/shopper-erased.json")));
        Tombstone first = tombstone();
        assertEquals(NO_FAILURES, FunctionUnderTest.invoke(FunctionUnderTest.envelope("sqs/shopper-erased.json")));

        Receipt receipt = Receipt.of(KEY, tombstone()).orElseThrow();
        assertEquals(first, tombstone());
        assertEquals(
                List.of(
                        new Gone("profiles", 1),
                        new Gone("late-events", 0),
                        new Gone("refused-events", 1),
                        new Gone("archive", 1)),
                receipt.gone());
        assertEquals(List.of("{\"shopperId\":\"other\"}"), Archive.lines("events/day=2026-11-24/a.jsonl.gz"));
        assertEquals(0, tables.profiles());
        assertEquals(
                0,
                tables.refusals().stream()
                        .filter(refused -> of(refused.shopper()))
                        .count());
    }

    @Test
    void a_bad_request_is_refused_and_a_neighbour_goes_on() throws Exception {
        String nobody =
                envelope("{\"eventId\":\"x1\",\"type\":\"ShopperErased\",\"occurredAt\":\"2025-01-01T00:00:00Z\"}");
        String somebody = envelope(
                "{\"eventId\":\"x2\",\"type\":\"ShopperErased\",\"occurredAt\":\"2025-01-01T00:00:00Z\",\"shopperId\":\"who\"}");

        assertEquals(NO_FAILURES, FunctionUnderTest.invoke(SqsMessages.event(nobody, somebody)));

        assertFalse(tables.refusalReasons().stream()
                .filter("shopperId is missing"::equals)
                .toList()
                .isEmpty());
        assertEquals(
                Optional.of(0L),
                Optional.ofNullable(tables.tombstones().get(ShopperKey.of(new ShopperId("who"))))
                        .map(Tombstone::profiles));
    }

    private Tombstone tombstone() {
        return Objects.requireNonNull(tables.tombstones().get(KEY), "no tombstone");
    }

    private static boolean of(Optional<ShopperKey> shopper) {
        return shopper.filter(KEY::equals).isPresent();
    }

    private static String envelope(String detail) {
        return "{\"detail-type\":\"ShopperErased\",\"detail\":" + detail + "}";
    }

    /** Runs {@code erasure}. */
    public static final class Handler implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.lambda.handler", "erasure");
        }
    }
}
