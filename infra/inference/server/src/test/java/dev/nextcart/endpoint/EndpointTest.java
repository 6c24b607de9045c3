package dev.nextcart.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nextcart.inference.Task;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With one worker, room for four instances, and a model that does as its texts say. */
@QuarkusTest
@QuarkusTestResource(StubRegistry.class)
class EndpointTest {
    /** As StubRegistry has it. */
    private static final int ROOM = 4;

    private static final int FUZZED = 2_000;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI root;

    @Inject
    @SuppressWarnings("NullAway.Init")
    StubPredictors predictors;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Endpoint endpoint;

    private Caller caller = new Caller(URI.create("http://localhost"));

    @BeforeEach
    void ready() {
        caller = new Caller(root);
        endpoint.refresh();
    }

    @Test
    void predictions_come_in_the_order_of_their_instances_and_a_bad_one_fails_alone() {
        HttpResponse<String> response = caller.post(
                "{\"instances\":[{\"text\":\"a\"},{\"text\":7},{\"text\":\"b\"}]}",
                "X-Amzn-SageMaker-Custom-Attributes",
                "trace=1, task=sentiment");

        JsonNode predictions = Caller.json(response).path("predictions");
        assertEquals(200, response.statusCode());
        assertTrue(predictions.at("/0/method").asText().endsWith(":a"), response.body());
        assertEquals("invalid-instance", predictions.at("/1/error/code").asText());
        assertEquals("text: 7 is not text", predictions.at("/1/error/message").asText());
        assertTrue(predictions.at("/2/method").asText().endsWith(":b"), response.body());
    }

    @ParameterizedTest
    @CsvSource({"fail", "deep"})
    void an_instance_on_which_the_model_fails_is_refused_alone(String text) {
        HttpResponse<String> response = caller.post(Caller.texts("a", text, "b"));

        JsonNode predictions = Caller.json(response).path("predictions");
        assertEquals(200, response.statusCode());
        assertTrue(predictions.at("/0/method").asText().endsWith(":a"), response.body());
        assertEquals("model-failed", predictions.at("/1/error/code").asText());
        assertTrue(predictions.at("/2/method").asText().endsWith(":b"), response.body());
        assertEquals(200, caller.post(Caller.texts("the worker lives")).statusCode());
    }

    @Test
    void a_task_without_a_model_says_so() {
        HttpResponse<String> response =
                caller.post("{\"task\":\"churn\",\"instances\":[{\"asOf\":\"2026-01-01T00:00:00Z\"}]}");

        assertEquals(503, response.statusCode());
        assertEquals("60", response.headers().firstValue("Retry-After").orElse("none"));
        assertTrue(Caller.json(response).path("detail").asText().contains("no version of churn"), response.body());
    }

    @Test
    void ping_and_models_tell_what_is_served_and_what_is_not() {
        HttpResponse<String> ping = caller.get("/ping");
        JsonNode models = Caller.json(caller.get("/models")).path("models");

        assertEquals(200, ping.statusCode());
        assertEquals("none", Caller.json(ping).at("/tasks/churn").asText());
        assertEquals(Task.values().length, models.size());
        assertEquals("sentiment", models.at("/3/task").asText());
        assertEquals(0.5, models.at("/3/baselines/majority/accuracy").asDouble());
        assertTrue(models.at("/2/refused").asText().contains("no version of churn"));
    }

    @Test
    void metrics_count_batches_by_task() {
        caller.post(Caller.texts("a"));

        String metrics = caller.get("/metrics").body();

        assertTrue(metrics.contains("nextcart_endpoint_batch_instances_count{task=\"sentiment\"}"), metrics);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                          | is not a JSON object",
                "nothing                                                     | is not JSON",
                "[]                                                          | is not a JSON object",
                "{\"task\":\"sentiment\",\"instances\":[{\"text\":\"a\"}]} x | is not JSON",
                "{\"instances\":[{\"text\":\"a\"}]}                          | task is missing",
                "{\"task\":\"weather\",\"instances\":[{}]}                   | task is none of",
                "{\"task\":\"sentiment\"}                                    | instances is not a list",
                "{\"task\":\"sentiment\",\"instances\":[]}                   | instances is not a list",
                "{\"task\":\"sentiment\",\"instances\":{}}                   | instances is not a list",
                "{\"version\":2,\"task\":\"sentiment\",\"instances\":[{}]}   | version",
            })
    void a_request_that_is_none_is_told_why(String body, String why) {
        HttpResponse<String> response = caller.post(body);

        assertEquals(400, response.statusCode(), response.body());
        assertTrue(Caller.json(response).path("detail").asText().contains(why), response.body());
    }

    @Test
    void a_body_nested_without_end_is_refused() {
        assertEquals(400, caller.post("[".repeat(100_000)).statusCode());
    }

    @Test
    void a_large_body_is_refused_whether_or_not_it_tells_its_length() {
        byte[] large = new byte[3 << 20];
        Arrays.fill(large, (byte) ' ');

        HttpResponse<String> told = caller.post(new String(large, StandardCharsets.US_ASCII));
        HttpResponse<String> chunked = caller.postChunked(large);

        assertEquals(413, told.statusCode());
        assertTrue(Caller.json(told).path("detail").asText().contains("2097152"), told.body());
        assertEquals(413, chunked.statusCode());
    }

    @Test
    void other_paths_methods_and_media_types_are_refused() {
        assertEquals(404, caller.get("/execution-parameters").statusCode());
        assertEquals(405, caller.get("/invocations").statusCode());
        assertEquals(
                415,
                caller.now(caller.request("/invocations")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString("a,b")))
                        .statusCode());
    }

    @Test
    void an_answer_after_its_time_is_none() throws InterruptedException {
        predictors.shut();
        CompletableFuture<HttpResponse<String>> first = caller.posted(Caller.texts("wait"));
        predictors.awaitArrival();

        HttpResponse<String> second = caller.post(Caller.texts("a"), "X-Timeout-Millis", "50");
        predictors.letGo();

        assertEquals(504, second.statusCode());
        assertEquals(200, first.join().statusCode());
        assertEquals(
                400, caller.post(Caller.texts("a"), "X-Timeout-Millis", "soon").statusCode());
    }

    @Test
    void who_finds_the_queue_full_is_told_to_come_back() throws InterruptedException {
        predictors.shut();
        CompletableFuture<HttpResponse<String>> first = caller.posted(Caller.texts("wait"));
        predictors.awaitArrival();

        List<CompletableFuture<HttpResponse<String>>> others = new ArrayList<>();
        for (int number = 0; number < 2 * ROOM; number++) {
            others.add(caller.posted(Caller.texts("a")));
        }
        while (others.stream().filter(CompletableFuture::isDone).count() < ROOM) {
            Thread.onSpinWait(); // those without room are answered while the worker is held
        }
        predictors.letGo();

        assertEquals(200, first.join().statusCode());
        List<HttpResponse<String>> refused = others.stream()
                .map(CompletableFuture::join)
                .filter(response -> response.statusCode() != 200)
                .toList();
        assertEquals(ROOM, refused.size());
        for (HttpResponse<String> response : refused) {
            assertEquals(503, response.statusCode());
            assertEquals("1", response.headers().firstValue("Retry-After").orElse("none"));
            assertEquals(
                    "urn:nextcart:problem:queue-full",
                    Caller.json(response).path("type").asText());
        }
    }

    @Test
    void another_version_takes_over_under_load_and_no_request_fails() throws Exception {
        StubRegistry.publish("swap-a", 0.90);
        endpoint.refresh();
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> asking = new ArrayList<>();
            for (int client = 0; client < 3; client++) {
                asking.add(clients.submit(() -> {
                    List<String> versions = new ArrayList<>();
                    while (!done.get()) {
                        HttpResponse<String> response = caller.post(Caller.texts("a"));
                        assertEquals(200, response.statusCode(), response.body());
                        versions.add(Caller.json(response).path("model").asText());
                    }
                    return versions;
                }));
            }

            StubRegistry.publish("swap-b", 0.95);
            while (!predictors.isClosed("swap-a")) {
                Thread.onSpinWait(); // the watch finds it, and the last batch lets the old one go
            }
            done.set(true);

            for (Future<List<String>> each : asking) {
                assertTrue(List.of("swap-a", "swap-b").containsAll(each.get()), each.get()::toString);
            }
        }
        assertEquals(
                "swap-b",
                Caller.json(caller.get("/ping")).at("/tasks/sentiment").asText());
    }

    @Test
    void a_version_that_cannot_be_used_changes_nothing_but_the_catalogue() throws IOException {
        String before = Caller.json(caller.get("/ping")).at("/tasks/sentiment").asText();
        Path damaged = StubRegistry.publish("damaged", 0.6);
        Files.writeString(damaged.resolve("head.bin"), "other weights");
        Files.writeString(damaged.resolveSibling("current"), "damaged");

        endpoint.refresh();

        String refused =
                Caller.json(caller.get("/models")).at("/models/3/refused").asText();
        assertEquals(
                before, Caller.json(caller.get("/ping")).at("/tasks/sentiment").asText());
        assertTrue(refused.contains("is not the file that was published"), refused);
        assertEquals(200, caller.post(Caller.texts("a")).statusCode());
        Files.writeString(damaged.resolveSibling("current"), before);
    }

    @Test
    void no_request_whatever_brings_it_down() {
        SplittableRandom random = new SplittableRandom(11);
        byte[] good = Caller.texts("a", "wonderful", "so so").getBytes(StandardCharsets.UTF_8);

        for (int number = 0; number < FUZZED; number++) {
            byte[] body = mutated(good, random);
            int status = caller.postChunked(body).statusCode();
            assertTrue(
                    status == 200 || status == 400,
                    () -> status + " for " + new String(body, StandardCharsets.ISO_8859_1));
        }

        assertEquals(200, caller.post(Caller.texts("a")).statusCode());
    }

    private static byte[] mutated(byte[] good, SplittableRandom random) {
        byte[] body = Arrays.copyOf(good, random.nextInt(good.length / 2, good.length + 1));
        int changes = random.nextInt(4);
        for (int change = 0; change < changes; change++) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }
}
