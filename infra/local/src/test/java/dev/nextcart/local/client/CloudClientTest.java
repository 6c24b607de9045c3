package dev.nextcart.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudClientTest {
    private ScriptedControlServer server;
    private CloudClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedControlServer();
        client = new CloudClient(server.uri());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void events_travel_as_raw_text_and_receipts_come_back_in_order() {
        server.answer("/events", 200, "{\"results\":[{\"ticket\":7},{\"refused\":\"not JSON\"}]}");

        List<Receipt> receipts = client.send(List.of("{\"a\":1}", "oops \"\u0000"));

        assertEquals(List.of(new Receipt.Accepted(7), new Receipt.Refused("not JSON")), receipts);
        assertEquals("{\"events\":[\"{\\\"a\\\":1}\",\"oops \\\"\\u0000\"]}", server.lastBody());
    }

    @Test
    void a_status_tells_what_is_under_way() {
        server.answer("/status", 200, """
                {"now":"2026-01-01T00:00:00Z","outstanding":{"count":3,"oldestTicket":5},
                 "queues":{"orders":{"visible":2,"inFlight":1,"deadLetter":false}},
                 "streams":{"clicks":{"shards":[{"id":"shard-0","behind":4}]}},
                 "functions":{"order-events":{"instances":1,"invocations":9,"failures":2,"restarts":1}},
                 "metrics":{"WriteUnits":12.5}}
                """);

        CloudStatus status = client.status();

        assertEquals(3, status.outstanding());
        assertEquals(OptionalLong.of(5), status.oldestTicket());
        assertEquals(3L, status.waiting().get("orders"));
        assertEquals(4L, status.waiting().get("clicks/shard-0"));
        assertEquals(new CloudStatus.Function(1, 9, 2, 1), status.functions().get("order-events"));
        assertEquals(12.5, status.metric("WriteUnits"));
        assertEquals(0, status.metric("ReadUnits"));
    }

    @Test
    void a_quiet_cloud_has_no_oldest_ticket() {
        server.answer("/status", 200, "{\"outstanding\":{\"count\":0,\"oldestTicket\":null}}");

        assertEquals(OptionalLong.empty(), client.status().oldestTicket());
    }

    @Test
    void a_kill_tells_whom_it_hit() {
        server.answer("/faults/drop", 200, "{\"killed\":\"order-events\",\"pid\":4}");
        assertEquals(Optional.of("order-events"), client.killFunction(3));
        assertEquals("{\"seed\":3}", server.lastBody());

        server.answer("/faults/drop", 200, "{\"killed\":null}");
        assertEquals(Optional.empty(), client.killFunction(3));
    }

    @Test
    void an_answer_that_breaks_the_contract_is_an_error_that_says_so() {
        server.answer("/events", 200, "{\"results\":[]}");
        assertComplaint("0 receipts for 1 events", () -> client.send(List.of("{}")));

        server.answer("/status", 500, "boom");
        assertComplaint("answered 500 to /status: boom", () -> client.status());

        server.answer("/status", 200, "<html>");
        assertComplaint("is not JSON", () -> client.status());

        server.close();
        assertComplaint("./nextcart up", () -> client.status());
    }

    private static void assertComplaint(String expected, Runnable call) {
        String message =
                assertThrows(CloudUnreachableException.class, call::run).getMessage();
        assertTrue(message != null && message.contains(expected), message);
    }
}
