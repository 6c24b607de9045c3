package dev.nextcart.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.domain.event.ProductChanged;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalTablesResource.class)
@TestProfile(CatalogueEventsTest.Handler.class)
class CatalogueEventsTest {
    private static final String NO_FAILURES = "{\"batchItemFailures\":[]}";

    @Inject
    Tables tables;

    @Test
    void a_change_told_again_and_an_older_one_leave_the_newest() throws Exception {
        String newest = FunctionUnderTest.envelope("sqs/product-changed.json");
        String older = newest.replace("2025-12-01T06:00:00Z", "2025-11-30T06:00:00Z")
                .replace("priceCents\\\":1150", "priceCents\\\":1");

        for (String event : new String[] {older, newest, newest, older}) {
            assertEquals(NO_FAILURES, FunctionUnderTest.invoke(event));
        }

        List<ProductChanged> lanterns = tables.catalogue().stream()
                .filter(change -> change.product().value().equals("LANTERN-TIN-S"))
                .toList();
        assertEquals(1, lanterns.size());
        assertEquals("Tin lantern, small", lanterns.getFirst().title());
        assertEquals(1_150, lanterns.getFirst().priceCents());
    }

    @Test
    void a_bad_change_is_refused_with_a_reason_and_a_neighbours_event_too() throws Exception {
        long profiles = tables.profiles();
        String batch = SqsMessages.event(
                change("e1", "MUG", "x".repeat(201)),
                change("e2", "MUG", "Mug").replace("\"priceCents\":995", "\"priceCents\":-1"),
                envelope(
                        "SearchPerformed",
                        "{\"eventId\":\"e3\",\"type\":\"SearchPerformed\","
                                + "\"occurredAt\":\"2026-03-02T09:00:00Z\",\"shopperId\":\"s\",\"query\":\"mug\"}"),
                change("e4", "MUG", "Mug"));

        assertEquals(NO_FAILURES, FunctionUnderTest.invoke(batch));

        assertEquals(profiles, tables.profiles());
        assertTrue(
                tables.catalogue().stream().anyMatch(change -> change.eventId().equals("e4")));
        for (String reason : new String[] {
            "has 201 characters, not 1..200",
            "priceCents: -1 is not in 0..1000000000",
            "\"SearchPerformed\" is known, but does not belong to catalogue-events"
        }) {
            assertTrue(
                    tables.refusalReasons().stream().anyMatch(given -> given.contains(reason)),
                    () -> "no refusal says: " + reason + " among " + tables.refusalReasons());
        }
    }

    private static String change(String eventId, String product, String title) {
        return envelope("ProductChanged", """
                {"eventId":"%s","type":"ProductChanged","occurredAt":"2026-03-02T09:00:00Z","productId":"%s",\
                "title":"%s","description":"","priceCents":995,"currency":"GBP"}\
                """.formatted(eventId, product, title));
    }

    private static String envelope(String type, String detail) {
        return "{\"version\":\"0\",\"id\":\"1\",\"detail-type\":\"" + type
                + "\",\"source\":\"nextcart.shop\",\"detail\":" + detail + "}";
    }

    /** Runs {@code catalogue-events}, which is told of no table but its own and the refused events. */
    public static final class Handler implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.lambda.handler", "catalogue-events");
        }
    }
}
