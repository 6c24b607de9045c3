package dev.nextcart.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.usage.Usage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The control API of a running local cloud. */
public final class CloudClient implements Cloud, AutoCloseable {
    /** The cloud is on this machine: a connection takes milliseconds or never comes. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** 500 events are journalled in well under a second; a busy machine may need much longer. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI control;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    public CloudClient(URI control) {
        this.control = control;
    }

    @Override
    public List<Receipt> send(List<String> events) {
        ObjectNode body = JSON.createObjectNode();
        events.forEach(body.putArray("events")::add);
        List<Receipt> receipts = new ArrayList<>();
        call("POST", "/events", body.toString()).path("results").forEach(result -> receipts.add(receipt(result)));
        if (receipts.size() != events.size()) {
            throw new CloudUnreachableException(
                    "the cloud gave " + receipts.size() + " receipts for " + events.size() + " events");
        }
        return receipts;
    }

    private static Receipt receipt(JsonNode result) {
        return result.hasNonNull("ticket")
                ? new Receipt.Accepted(result.path("ticket").asLong())
                : new Receipt.Refused(result.path("refused").asText("no reason given"));
    }

    @Override
    public CloudStatus status() {
        return CloudStatus.of(call("GET", "/status", ""));
    }

    /** What was asked of the cloud since it started, in the units that AWS bills. */
    public Usage usage() {
        return Usage.of(call("GET", "/usage", ""));
    }

    @Override
    public Optional<String> killFunction(long seed) {
        String body = JSON.createObjectNode().put("seed", seed).toString();
        return Optional.ofNullable(
                call("POST", "/faults/drop", body).path("killed").textValue());
    }

    private JsonNode call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(control.resolve(path))
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new CloudUnreachableException(
                        "the cloud answered " + response.statusCode() + " to " + path + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new CloudUnreachableException("the cloud's answer to " + path + " is not JSON", e);
        } catch (IOException e) {
            throw new CloudUnreachableException(
                    "the cloud at " + control + " does not answer; see .nextcart/logs, or start another: ./nextcart up",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudUnreachableException("interrupted while waiting for the cloud", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
