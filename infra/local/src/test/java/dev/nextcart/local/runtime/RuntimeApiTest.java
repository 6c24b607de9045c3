package dev.nextcart.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RuntimeApiTest {
    private static final String CURRENT = "11111111-2222-3333-4444-555555555555";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Heard heard = new Heard();
    private Optional<RuntimeApi> api = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        api = Optional.of(RuntimeApi.open(heard));
    }

    @AfterEach
    void close() {
        api.orElseThrow().close();
    }

    @Test
    void work_comes_with_lambdas_headers() throws Exception {
        HttpResponse<String> next = send(request("invocation/next"));

        assertEquals(200, next.statusCode());
        assertEquals("{\"Records\":[]}", next.body());
        assertEquals(CURRENT, header(next, "Lambda-Runtime-Aws-Request-Id"));
        assertEquals("1700000000000", header(next, "Lambda-Runtime-Deadline-Ms"));
        assertEquals("arn", header(next, "Lambda-Runtime-Invoked-Function-Arn"));
        assertEquals("application/json", header(next, "Content-Type"));
        assertEquals(
                "Root=1-6553f100-111111112222333344445555;Parent=4444555555555555;Sampled=0",
                header(next, "Lambda-Runtime-Trace-Id"));
    }

    @Test
    void an_answer_is_accepted_and_heard() throws Exception {
        assertEquals(202, post("invocation/" + CURRENT + "/response", "{\"batchItemFailures\":[]}"));
        assertEquals(List.of("answered {\"batchItemFailures\":[]}"), heard.all);
    }

    @Test
    void an_error_is_heard_with_its_type() throws Exception {
        assertEquals(202, post("invocation/" + CURRENT + "/error", "{\"errorType\":\"A\",\"errorMessage\":\"b\"}"));
        assertEquals(202, post("init/error", "not json"));
        assertEquals(List.of("failed A: b", "init failed Runtime.UnknownReason: not json"), heard.all);
    }

    @Test
    void another_request_id_is_refused() throws Exception {
        assertEquals(400, post("invocation/somebody-elses/response", "{}"));
        assertEquals(400, post("invocation/somebody-elses/error", "{}"));
        assertTrue(heard.all.isEmpty());
    }

    @Test
    void an_unknown_path_is_refused() throws Exception {
        assertEquals(404, post("invocation/next", "{}"));
        assertEquals(404, send(request("invocation/previous")).statusCode());
    }

    @Test
    void an_answer_over_six_megabytes_fails_the_invocation() throws Exception {
        assertEquals(413, post("invocation/" + CURRENT + "/response", "x".repeat(RuntimeApi.MAX_ANSWER_BYTES + 1)));
        assertEquals(
                List.of("failed Function.ResponseSizeTooLarge: Response payload size exceeded maximum allowed"),
                heard.all);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://" + api.orElseThrow().address() + "/2018-06-01/runtime/" + path));
    }

    private int post(String path, String body) throws Exception {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    private static final class Heard implements RuntimeClient {
        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public Optional<Assignment> next() {
            Work work = new Work(CURRENT, "{\"Records\":[]}", result -> {});
            return Optional.of(new Assignment(work, "arn", Instant.ofEpochSecond(1_700_000_000)));
        }

        @Override
        public boolean isCurrent(String requestId) {
            return requestId.equals(CURRENT);
        }

        @Override
        public void answered(String requestId, String payload) {
            all.add("answered " + payload);
        }

        @Override
        public void failed(String requestId, String errorType, String message) {
            all.add("failed " + errorType + ": " + message);
        }

        @Override
        public void initFailed(String errorType, String message) {
            all.add("init failed " + errorType + ": " + message);
        }
    }
}
