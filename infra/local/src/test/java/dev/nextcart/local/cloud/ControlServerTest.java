package dev.nextcart.local.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nextcart.local.engine.DeliveryEngine;
import dev.nextcart.local.engine.Faults;
import dev.nextcart.local.engine.Invoker;
import dev.nextcart.local.engine.LiveTimeline;
import dev.nextcart.local.runtime.FunctionStatus;
import dev.nextcart.local.runtime.RunTimes;
import dev.nextcart.local.template.TemplateReader;
import dev.nextcart.testkit.InMemoryRefusals;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The control API over HTTP, the engine behind it, and functions that are not there. */
@Timeout(60)
class ControlServerTest {
    private static final Path TEMPLATE = Path.of(System.getProperty("nextcart.root"), "template.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final Started parts = new Started();
    private final HttpClient http = HttpClient.newHttpClient();
    private final InMemoryRefusals refusals = new InMemoryRefusals();
    private final BlockingQueue<String> invoked = new LinkedBlockingQueue<>();
    private final AtomicBoolean crashing = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private URI url = URI.create("set:before-each");

    @BeforeEach
    void open() throws IOException {
        Process sleeper = new ProcessBuilder("sleep", "600").start();
        parts.add(sleeper::destroyForcibly);
        Invoker functions = (function, payload, done) -> {
            invoked.add(function.id());
            done.accept(
                    crashing.get()
                            ? new Invoker.Result.Failed("Runtime.ExitError", "exit status 137")
                            : new Invoker.Result.Answered("{\"batchItemFailures\":[]}"));
        };
        LiveTimeline timeline = parts.add(LiveTimeline.start());
        DeliveryEngine engine = new DeliveryEngine(
                TemplateReader.read(TEMPLATE), functions, timeline, 1, Faults.NONE, (bucket, key, object) -> {});
        JournalWriter journal = parts.add(new JournalWriter(folder.resolve("journal.jsonl"), InstantSource.system()));
        Door door = new Door(new EngineWays(engine, "ClicksStream"), refusals, journal, InstantSource.system());
        ControlServer server = parts.add(ControlServer.open(
                0,
                new ControlServer.Controls(
                        door,
                        new DeadLetterDesk(engine, Map.of(), door, journal),
                        () -> StatusJson.of(
                                engine.status(),
                                Map.of("order-events", new FunctionStatus(1, 5, 2, 1)),
                                Map.of("order-events", new RunTimes.Summary(5, 20.04, 3.25, 9)),
                                Map.of("EventsCounted", 3.0, "WriteUnits", 1.5)),
                        () -> JsonNodeFactory.instance.objectNode().put("busEvents", 4),
                        seed -> JsonNodeFactory.instance
                                .objectNode()
                                .put("killed", "order-events")
                                .put("pid", seed),
                        parts.add(new Outage(sleeper.pid())),
                        new ScheduleControl(engine),
                        () -> Archive.land(engine),
                        journal::forget,
                        stopped::countDown)));
        url = server.url();
    }

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void events_get_tickets_or_reasons_in_order_and_reach_their_functions() throws Exception {
        JsonNode answer = post("/events", events("{\"type\":\"OrderPlaced\"}", "{", "{\"type\":\"ProductViewed\"}"));

        assertEquals(1, answer.path("results").path(0).path("ticket").asInt());
        assertTrue(answer.path("results").path(1).path("refused").isTextual());
        assertEquals(2, answer.path("results").path(2).path("ticket").asInt());
        assertEquals(1, refusals.refused().size());
        List<String> both = Stream.of(invoked.poll(30, TimeUnit.SECONDS), invoked.poll(30, TimeUnit.SECONDS))
                .sorted()
                .toList();
        assertEquals(List.of("ClickstreamEventsFunction", "OrderEventsFunction"), both);
    }

    @Test
    void the_status_has_all_that_commands_ask_for() throws Exception {
        JsonNode status = JSON.readTree(send("GET", "/status", "").body());

        assertTrue(status.path("now").isTextual());
        assertEquals(0, status.path("outstanding").path("count").asInt(-1));
        assertFalse(status.path("outstanding").has("oldestTicket"));
        assertTrue(status.path("queues")
                .path("nextcart-OrdersDeadLetters")
                .path("deadLetter")
                .asBoolean());
        assertFalse(
                status.path("queues").path("nextcart-orders").path("deadLetter").asBoolean(true));
        assertEquals(
                2, status.path("streams").path("nextcart-clicks").path("shards").size());
        assertEquals(
                JSON.readTree("{\"instances\":1,\"invocations\":5,\"failures\":2,\"restarts\":1,\"totalMillis\":20.0,"
                        + "\"p50Millis\":3.3,\"p99Millis\":9.0}"),
                status.path("functions").path("order-events"));
        assertEquals(JSON.readTree("{\"EventsCounted\":3,\"WriteUnits\":1.5}"), status.path("metrics"));
    }

    @Test
    void usage_is_told() throws Exception {
        assertEquals(
                JSON.readTree("{\"busEvents\":4}"),
                JSON.readTree(send("GET", "/usage", "").body()));
    }

    @Test
    void a_fault_says_whom_it_hit_and_stopping_begins_at_once() throws Exception {
        assertEquals(JSON.readTree("{\"killed\":\"order-events\",\"pid\":7}"), post("/faults/drop", "{\"seed\":7}"));
        assertEquals(JSON.readTree("{\"stopping\":true}"), post("/stop", ""));
        assertTrue(stopped.await(30, TimeUnit.SECONDS));
    }

    @Test
    void an_outage_begins_at_once_and_its_length_is_checked() throws Exception {
        assertEquals(JSON.readTree("{\"outage\":true,\"seconds\":600}"), post("/faults/outage", "{\"seconds\":600}"));

        assertEquals(503, send("POST", "/faults/outage", "{\"seconds\":5}").statusCode(), "one at a time");
        assertEquals(400, send("POST", "/faults/outage", "{\"seconds\":0}").statusCode());
        assertEquals(400, send("POST", "/faults/outage", "{\"seconds\":\"5\"}").statusCode());
        assertEquals(400, send("POST", "/faults/outage", "").statusCode());
    }

    @Test
    void schedules_are_listed_and_a_name_nobody_has_is_told() throws Exception {
        JsonNode schedules = JSON.readTree(send("GET", "/schedules", "").body()).path("schedules");
        HttpResponse<String> nobody = send("POST", "/schedules/run", "{\"name\":\"weekly\"}");

        assertEquals(1, schedules.size());
        assertEquals(
                "nextcart-archive-sweep", schedules.path(0).path("function").asText());
        assertEquals(400, nobody.statusCode());
        assertTrue(nobody.body().contains("there is no schedule weekly"), nobody.body());
    }

    @Test
    void a_wrong_request_is_told_what_is_wrong_with_it() throws Exception {
        assertEquals(400, send("POST", "/events", "nonsense").statusCode());
        assertEquals(400, send("POST", "/events", "{}").statusCode());
        assertEquals(400, send("POST", "/events", "{\"events\":[7]}").statusCode());
        assertEquals(
                400,
                send(
                                "POST",
                                "/events",
                                events(Stream.generate(() -> "{}").limit(501).toArray(String[]::new)))
                        .statusCode());
        assertEquals(404, send("GET", "/events", "").statusCode());
        assertTrue(send("GET", "/", "").body().contains("/status"));
    }

    @Test
    void a_busy_store_asks_to_come_again() throws Exception {
        refusals.throttleNext(1);

        assertEquals(503, send("POST", "/events", events("nonsense")).statusCode());
    }

    @Test
    void a_dead_letter_is_listed_shown_and_sent_back() throws Exception {
        crashing.set(true);
        post("/events", events("{\"type\":\"OrderPlaced\",\"eventId\":\"e1\"}"));
        JsonNode dead = deadLetters(1).path(0);

        String id = dead.path("id").asText();
        assertEquals("nextcart-OrdersDeadLetters", dead.path("queue").asText());
        assertEquals("nextcart-orders", dead.path("reasons").path("SourceQueue").asText());
        assertEquals(
                "{\"type\":\"OrderPlaced\",\"eventId\":\"e1\"}",
                dead.path("snippet").asText());
        JsonNode shown = JSON.readTree(send("GET", "/dead-letters/" + id, "").body());
        assertEquals(dead.path("snippet"), shown.path("events").path(0));
        assertTrue(shown.path("body").asText().contains("\"detail-type\":\"OrderPlaced\""), shown::toString);

        crashing.set(false);
        JsonNode answer = post("/dead-letters/redrive", "{\"ids\":[\"" + id + "\",\"nobody\"]}");

        assertTrue(answer.path("results").path(0).path("redriven").asBoolean(), answer::toString);
        assertTrue(answer.path("results").path(1).path("failed").asText().contains("no dead letter nobody"));
        assertEquals(0, deadLetters(0).size());
        assertEquals(404, send("GET", "/dead-letters/" + id, "").statusCode());
    }

    @Test
    void a_mended_event_takes_the_place_of_a_dead_letter_but_one_refused_at_the_door_does_not() throws Exception {
        crashing.set(true);
        post("/events", events("{\"type\":\"OrderPlaced\",\"eventId\":\"e1\"}"));
        String id = deadLetters(1).path(0).path("id").asText();
        crashing.set(false);

        JsonNode refused = post("/dead-letters/replace", "{\"id\":\"" + id + "\",\"events\":[\"{\"]}");
        assertTrue(refused.path("results").path(0).path("refused").isTextual());
        assertEquals(1, deadLetters(1).size());
        String two = "{\"id\":\"" + id + "\",\"events\":[\"{}\",\"{}\"]}";
        assertEquals(400, send("POST", "/dead-letters/replace", two).statusCode());

        String mended = "{\\\"type\\\":\\\"OrderPlaced\\\",\\\"eventId\\\":\\\"e2\\\"}";
        post("/dead-letters/replace", "{\"id\":\"" + id + "\",\"events\":[\"" + mended + "\"]}");
        assertEquals(0, deadLetters(0).size());
        List<String> journal = Files.readAllLines(folder.resolve("journal.jsonl"));
        assertTrue(
                journal.getLast().contains("e1") && journal.getLast().endsWith("\"withdrawn\":true}"),
                journal::toString);
    }

    /** Waits until nothing is under way. */
    private JsonNode deadLetters(int expected) throws IOException, InterruptedException {
        while (JSON.readTree(send("GET", "/status", "").body())
                        .path("outstanding")
                        .path("count")
                        .asInt()
                > 0) {
            Thread.onSpinWait();
        }
        JsonNode answer = JSON.readTree(send("GET", "/dead-letters", "").body());
        assertEquals(expected, answer.path("total").asInt(), answer::toString);
        return answer.path("deadLetters");
    }

    private static String events(String... events) {
        return JSON.valueToTree(Map.of("events", List.of(events))).toString();
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", path, body);
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(url.resolve(path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
