package dev.nextcart.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalTablesResource.class)
@TestProfile(ClickstreamEventsTest.Handler.class)
class ClickstreamEventsTest {
    private static final String NO_FAILURES = "{\"batchItemFailures\":[]}";

    @Inject
    Tables tables;

    @Test
    void every_kind_of_click_counts_once() throws Exception {
        for (int delivery = 0; delivery < 2; delivery++) {
            for (String kind : new String[] {
                "product-viewed",
                "cart-item-added",
                "cart-item-removed",
                "search-performed",
                "recommendation-shown",
                "recommendation-clicked"
            }) {
                String event = FunctionUnderTest.envelope("kinesis/" + kind + ".json");
                assertEquals(NO_FAILURES, FunctionUnderTest.invoke(event));
            }
        }

        assertEquals(6, tables.countedEvents());
    }

    @Test
    void a_record_that_is_no_json_is_refused_and_does_not_block_the_stream() throws Exception {
        String garbage = Base64.getEncoder().encodeToString("{\"eventId\":".getBytes(StandardCharsets.UTF_8));
        String event = """
                {"Records":[{"kinesis":{"sequenceNumber":"1","partitionKey":"a","data":"%s"},"eventSource":"aws:kinesis"}]}
                """.formatted(garbage);

        assertEquals(NO_FAILURES, FunctionUnderTest.invoke(event));

        assertTrue(tables.refusalReasons().stream().anyMatch(reason -> reason.contains("breaks off")));
    }

    /** Runs {@code clickstream-events}. */
    public static final class Handler implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.lambda.handler", "clickstream-events");
        }
    }
}
