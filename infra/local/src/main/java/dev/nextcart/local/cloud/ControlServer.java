package dev.nextcart.local.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.domain.event.StoreBusyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The control API: JSON over HTTP, on loopback only. */
final class ControlServer implements AutoCloseable {
    /** As many as PutRecords takes. */
    static final int MAX_EVENTS = 500;

    /** Room for a full request of ordinary events and for a few of the largest. */
    static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // Else every answer waits 40 ms for the other side's delayed acknowledgement. Read once by the JDK's server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Controls controls;

    /**
     * What can be asked of a cloud.
     *
     * @param drop kills a function process that the seed picks and says which
     * @param forget takes erased shoppers out of the journal and says how many lines it changed
     * @param outage stops DynamoDB Local for a while
     * @param flush lands what the archive's delivery streams hold, and returns when it has
     * @param stop begins to stop the cloud and returns at once
     */
    record Controls(
            Door door,
            Supplier<ObjectNode> status,
            LongFunction<ObjectNode> drop,
            ToLongFunction<List<ShopperKey>> forget,
            Outage outage,
            ScheduleControl schedules,
            Runnable flush,
            Runnable stop) {}

    private ControlServer(HttpServer server, Controls controls) {
        this.server = server;
        this.controls = controls;
    }

    static ControlServer open(int port, Controls controls) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ControlServer control = new ControlServer(server, controls);
            server.createContext("/", control::handle);
            server.setExecutor(control.threads);
            server.start();
            return control;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot open the control API on port " + port + "; another port may be free", e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                send(exchange, 200, answer(exchange));
            } catch (ProblemException e) {
                send(exchange, e.status(), problem(e));
            } catch (IllegalArgumentException e) {
                send(exchange, 400, problem(e));
            } catch (StoreBusyException | IllegalStateException e) {
                // Too much is under way; the engine says when there is room again.
                send(exchange, 503, problem(e));
            } catch (RuntimeException e) {
                send(exchange, 500, problem(e));
            }
        }
    }

    private ObjectNode answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod() + " " + path) {
            case "POST /events" -> events(body(exchange));
            case "GET /status" -> controls.status().get();
            case "POST /faults/drop" ->
                controls.drop().apply(body(exchange).path("seed").asLong());
            case "POST /journal/forget" -> forget(body(exchange));
            case "POST /faults/outage" -> outage(body(exchange));
            case "GET /schedules" -> controls.schedules().list();
            case "POST /schedules/run" ->
                controls.schedules().run(body(exchange).path("name").asText());
            case "POST /archive/flush" -> flush();
            case "POST /stop" -> stop();
            default ->
                throw new ProblemException(
                        404,
                        "there is POST /events, GET /status, POST /faults/drop, POST /faults/outage, POST /journal/forget,"
                                + " GET /schedules, POST /schedules/run, POST /archive/flush and POST /stop, but no "
                                + exchange.getRequestMethod() + " " + path);
        };
    }

    private ObjectNode events(JsonNode request) {
        List<String> events = new ArrayList<>();
        for (JsonNode event : request.path("events")) {
            if (!event.isTextual()) {
                throw new ProblemException(400, "events[" + events.size() + "] is not a string");
            }
            events.add(event.textValue());
        }
        if (!request.path("events").isArray() || events.size() > MAX_EVENTS) {
            throw new ProblemException(400, "\"events\" is to be a list of at most " + MAX_EVENTS + " strings");
        }
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode results = answer.putArray("results");
        controls.door().take(events).forEach(taken -> results.add(taken.answer(JSON.createObjectNode())));
        return answer;
    }

    private ObjectNode outage(JsonNode request) {
        if (!request.path("seconds").isIntegralNumber()) {
            throw new ProblemException(400, "\"seconds\" is to be a whole number");
        }
        long seconds = request.path("seconds").asLong();
        controls.outage().begin(Duration.ofSeconds(seconds));
        return JSON.createObjectNode().put("outage", true).put("seconds", seconds);
    }

    private ObjectNode flush() {
        controls.flush().run();
        return JSON.createObjectNode().put("flushed", true);
    }

    private ObjectNode forget(JsonNode request) {
        List<ShopperKey> shoppers = new ArrayList<>();
        for (JsonNode shopper : request.path("shopperKeys")) {
            try {
                shoppers.add(new ShopperKey(shopper.asText()));
            } catch (IllegalArgumentException e) {
                throw new ProblemException(400, "shopperKeys[" + shoppers.size() + "]: " + e.getMessage());
            }
        }
        return JSON.createObjectNode().put("lines", controls.forget().applyAsLong(shoppers));
    }

    private ObjectNode stop() {
        controls.stop().run();
        return JSON.createObjectNode().put("stopping", true);
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw new ProblemException(413, "a request has at most " + MAX_BODY_BYTES + " bytes; send fewer events");
        }
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ProblemException(400, "the request is not JSON: " + e.getOriginalMessage());
        }
    }

    private static ObjectNode problem(RuntimeException e) {
        return JSON.createObjectNode().put("error", String.valueOf(e.getMessage()));
    }

    private static void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The request is wrong, and how. */
    private static final class ProblemException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;

        private ProblemException(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
