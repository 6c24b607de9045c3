package dev.nextcart.local.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nextcart.local.runtime.RuntimeClient.Assignment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Lambda Runtime API for one process, on a loopback port of its own
 * (<a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">AWS's description</a>).
 */
public final class RuntimeApi implements AutoCloseable {
    /** Lambda's limit on a synchronous answer: 6 MB and a little for the envelope. */
    static final int MAX_ANSWER_BYTES = 6 * 1024 * 1024 + 100;

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Pattern OUTCOME = Pattern.compile(ROOT + "invocation/([^/]+)/(response|error)");
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // Else every answer waits 40 ms for the other side's delayed acknowledgement. Read once by the JDK's server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RuntimeClient client;

    private RuntimeApi(HttpServer server, RuntimeClient client) {
        this.server = server;
        this.client = client;
    }

    /** Opens it; the client is asked from the server's threads. */
    public static RuntimeApi open(RuntimeClient client) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RuntimeApi api = new RuntimeApi(server, client);
        server.createContext("/", api::handle);
        server.setExecutor(api.threads);
        server.start();
        return api;
    }

    /** What {@code AWS_LAMBDA_RUNTIME_API} holds. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET " + ROOT + "invocation/next" -> next(exchange);
                case "POST " + ROOT + "init/error" -> initError(exchange);
                default -> outcome(exchange, path);
            }
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        Optional<Assignment> next = awaitNext();
        if (next.isEmpty()) {
            return; // Closing the exchange without an answer tells the runtime that its time has come.
        }
        Assignment assignment = next.get();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", assignment.work().requestId());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(assignment.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", assignment.functionArn());
        headers.set("Lambda-Runtime-Trace-Id", traceId(assignment));
        send(exchange, 200, assignment.work().payload());
    }

    private Optional<Assignment> awaitNext() {
        try {
            return client.next();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void outcome(HttpExchange exchange, String path) throws IOException {
        Matcher outcome = OUTCOME.matcher(path);
        if (!exchange.getRequestMethod().equals("POST") || !outcome.matches()) {
            complain(exchange, 404, "UnknownPath", "the Runtime API has no " + path);
            return;
        }
        String requestId = outcome.group(1);
        byte[] body = exchange.getRequestBody().readNBytes(MAX_ANSWER_BYTES + 1);
        if (!client.isCurrent(requestId)) {
            complain(exchange, 400, "InvalidRequestID", requestId + " is not the invocation under way");
        } else if (outcome.group(2).equals("error")) {
            JsonNode error = error(body);
            accept(exchange);
            client.failed(
                    requestId, type(exchange, error), error.path("errorMessage").asText());
        } else if (body.length > MAX_ANSWER_BYTES) {
            client.failed(requestId, "Function.ResponseSizeTooLarge", "Response payload size exceeded maximum allowed");
            complain(exchange, 413, "RequestEntityTooLarge", "an answer has at most " + MAX_ANSWER_BYTES + " bytes");
        } else {
            client.answered(requestId, new String(body, StandardCharsets.UTF_8));
            accept(exchange);
        }
    }

    private void initError(HttpExchange exchange) throws IOException {
        JsonNode error = error(exchange.getRequestBody().readNBytes(MAX_ANSWER_BYTES));
        client.initFailed(type(exchange, error), error.path("errorMessage").asText());
        accept(exchange);
    }

    private static JsonNode error(byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode().put("errorMessage", new String(body, StandardCharsets.UTF_8));
        }
    }

    private static String type(HttpExchange exchange, JsonNode error) {
        String header = exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
        return header != null ? header : error.path("errorType").asText("Runtime.UnknownReason");
    }

    private static String traceId(Assignment assignment) {
        String hex = assignment.work().requestId().replace("-", "");
        long seconds = assignment.deadline().getEpochSecond();
        return "Root=1-%08x-%s;Parent=%s;Sampled=0".formatted(seconds, hex.substring(0, 24), hex.substring(16, 32));
    }

    private static void accept(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, 202, "{\"status\":\"OK\"}");
    }

    private static void complain(HttpExchange exchange, int status, String type, String message) throws IOException {
        String body = JSON.createObjectNode()
                .put("errorType", type)
                .put("errorMessage", message)
                .toString();
        send(exchange, status, body);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().close();
    }
}
