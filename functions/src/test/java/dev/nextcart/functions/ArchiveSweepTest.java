package dev.nextcart.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.domain.erasure.Erasure;
import dev.nextcart.domain.event.ShopperId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalTablesResource.class)
@TestProfile(ArchiveSweepTest.Handler.class)
class ArchiveSweepTest {
    /** What EventBridge Scheduler sends when it is told nothing else. */
    private static final String SCHEDULED = "{\"version\":\"0\",\"id\":\"d2c0\",\"detail-type\":\"Scheduled Event\","
            + "\"source\":\"aws.scheduler\",\"account\":\"000000000000\",\"time\":\"2026-11-24T03:00:00Z\","
            + "\"region\":\"us-east-1\",\"resources\":[],\"detail\":\"{}\"}";

    @Inject
    Erasure erasure;

    @Test
    void what_lands_of_an_erased_shopper_is_taken_out_again() throws Exception {
        Archive.clear();
        erasure.erase(new ShopperId("ann"), Instant.now());
        Archive.land("events/day=2026-11-24/late.jsonl.gz", "{\"shopperId\":\"ann\"}", "{\"shopperId\":\"bob\"}");

        String swept = FunctionUnderTest.invoke(SCHEDULED);
        String again = FunctionUnderTest.invoke(SCHEDULED);

        assertEquals(
                Map.of("tombstones", 1, "objects", 1, "removed", 1, "finished", true), FunctionUnderTest.json(swept));
        assertEquals(
                Map.of("tombstones", 1, "objects", 1, "removed", 0, "finished", true), FunctionUnderTest.json(again));
        assertEquals(List.of("{\"shopperId\":\"bob\"}"), Archive.lines("events/day=2026-11-24/late.jsonl.gz"));
    }

    /** Runs {@code archive-sweep}. */
    public static final class Handler implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.lambda.handler", "archive-sweep");
        }
    }
}
