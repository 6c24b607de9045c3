package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusDeliveryTest {
    private static final String ORDERS = "{\"source\":[\"nextcart.shop\"],\"detail-type\":[{\"prefix\":\"Order\"}]}";

    private final World world = new World(Templates.rules(Map.of("orders-rule", ORDERS)));

    @Test
    void a_matched_event_reaches_the_function_in_the_envelope_of_eventbridge() {
        world.engine.putEvent("nextcart.shop", "OrderPlaced", "{\"eventId\":\"e1\",\"amount\":1.10}");

        world.settleAll();
        String body = world.functions.call(0).contents().getFirst();
        JsonNode envelope = Templates.json(body);
        String id = envelope.path("id").textValue();
        assertEquals(
                "{\"version\":\"0\",\"id\":\"" + id + "\",\"detail-type\":\"OrderPlaced\",\"source\":\"nextcart.shop\","
                        + "\"account\":\"000000000000\",\"time\":\"2026-03-01T00:00:00Z\",\"region\":\"us-east-1\","
                        + "\"resources\":[],\"detail\":{\"eventId\":\"e1\",\"amount\":1.10}}",
                body);
        assertTrue(id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"), id);
    }

    @Test
    void an_event_no_rule_wants_settles_and_is_counted() {
        world.engine.putEvent("nextcart.shop", "ReviewPosted", "{}");

        world.settleAll();
        assertEquals(1, world.engine.status().unmatched());
        assertEquals(0, world.functions.calls().size());
    }

    @Test
    void each_rule_that_matches_delivers_a_message_of_its_own() {
        World both = new World(Templates.rules(Map.of("a", ORDERS, "b", "{\"source\":[\"nextcart.shop\"]}")));

        both.engine.putEvent("nextcart.shop", "OrderPlaced", "{}");

        both.settleAll();
        assertEquals(2, both.functions.call(0).records().size());
    }

    @Test
    void an_entry_of_256_kilobytes_passes_and_one_byte_more_does_not() {
        int room =
                Envelope.MAX_ENTRY_BYTES - "nextcart.shop".length() - "OrderPlaced".length() - "{\"x\":\"\"}".length();

        world.engine.putEvent("nextcart.shop", "OrderPlaced", "{\"x\":\"" + "a".repeat(room) + "\"}");
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class,
                () -> world.engine.putEvent(
                        "nextcart.shop", "OrderPlaced", "{\"x\":\"" + "a".repeat(room + 1) + "\"}"));

        assertTrue(String.valueOf(error.getMessage()).contains("262145 bytes"), error::getMessage);
        world.settleAll();
        assertEquals(1, world.functions.calls().size());
    }

    @Test
    void a_detail_that_is_no_json_object_is_turned_away() {
        for (String detail : new String[] {"", "[]", "{\"a\":1", "{} {}", "nonsense"}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> world.engine.putEvent("nextcart.shop", "OrderPlaced", detail),
                    detail);
        }

        assertEquals(0, world.engine.outstanding());
    }
}
