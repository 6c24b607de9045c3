package dev.nextcart.local.cloud;

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
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The control API: JSON over HTTP, on loopback only. */
final class ControlServer implements AutoCloseable {
    /** As many as PutRecords takes. */
    static final int MAX_EVENTS = 500;

    /** Of dead letters, in one answer: more than anybody looks through at once. */
    static final int MAX_LISTED = 1_000;

    private static final String DEAD_LETTER = "/dead-letters/";
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
     * @param usage what was asked of it, in the units that AWS bills
     * @param drop kills a function process that the seed picks and says which
     * @param outage stops DynamoDB Local for a while
     * @param flush lands what the archive's delivery streams hold, and returns when it has
     * @param forget takes erased shoppers out of the journal and says how many lines it changed
     * @param stop begins to stop the cloud and returns at once
     */
    record Controls(
            Door door,
            DeadLetterDesk deadLetters,
            Supplier<ObjectNode> status,
            Supplier<ObjectNode> usage,
            LongFunction<ObjectNode> drop,
            Outage outage,
            ScheduleControl schedules,
            Runnable flush,
            ToLongFunction<List<ShopperKey>> forget,
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
            } catch (NoSuchElementException e) {
                send(exchange, 404, problem(e));
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
            case "POST /events" -> events(ControlRequest.body(exchange));
            case "GET /status" -> controls.status().get();
            case "GET /usage" -> controls.usage().get();
            case "POST /faults/drop" ->
                controls.drop().apply(ControlRequest.body(exchange).path("seed").asLong());
            case "POST /faults/outage" -> outage(ControlRequest.body(exchange));
            case "GET /schedules" -> controls.schedules().list();
            case "POST /schedules/run" ->
                controls.schedules()
                        .run(ControlRequest.body(exchange).path("name").asText());
            case "POST /archive/flush" -> flush();
            case "POST /journal/forget" -> forget(ControlRequest.body(exchange));
            case "POST /stop" -> stop();
            case "GET /dead-letters" -> controls.deadLetters().list(MAX_LISTED);
            case "POST /dead-letters/redrive" -> redrive(ControlRequest.body(exchange));
            case "POST /dead-letters/replace" -> replace(ControlRequest.body(exchange));
            default -> {
                if (exchange.getRequestMethod().equals("GET") && path.startsWith(DEAD_LETTER)) {
                    yield controls.deadLetters().show(path.substring(DEAD_LETTER.length()));
                }
                throw new ProblemException(
                        404,
                        "there is POST /events, GET /status, GET /usage, GET /dead-letters (and /dead-letters/ID), POST"
                                + " /dead-letters/redrive and /dead-letters/replace, GET /schedules, POST"
                                + " /schedules/run, POST /archive/flush, POST /faults/drop, POST"
                                + " /faults/outage, POST /journal/forget and POST /stop, but no "
                                + exchange.getRequestMethod() + " " + path);
            }
        };
    }

    private ObjectNode redrive(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode results = answer.putArray("results");
        for (String id : ControlRequest.texts(request, "ids", MAX_LISTED)) {
            ObjectNode result = results.addObject().put("id", id);
            controls.deadLetters()
                    .redrive(id)
                    .ifPresentOrElse(why -> result.put("failed", why), () -> result.put("redriven", true));
        }
        return answer;
    }

    private ObjectNode replace(JsonNode request) {
        try {
            return results(controls.deadLetters()
                    .replace(request.path("id").asText(), ControlRequest.texts(request, "events", MAX_EVENTS)));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, String.valueOf(e.getMessage()));
        }
    }

    private ObjectNode events(JsonNode request) {
        return results(controls.door().take(ControlRequest.texts(request, "events", MAX_EVENTS)));
    }

    private static ObjectNode results(List<Taken> all) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode results = answer.putArray("results");
        all.forEach(taken -> results.add(taken.answer(JSON.createObjectNode())));
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

    private static ObjectNode problem(RuntimeException e) {
        return JSON.createObjectNode().put("error", String.valueOf(e.getMessage()));
    }

    private static void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
