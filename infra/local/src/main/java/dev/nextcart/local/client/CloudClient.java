package dev.nextcart.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.domain.event.ShopperKey;
import dev.nextcart.local.usage.Usage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The control API of a running local cloud. */
public final class CloudClient implements Cloud, AutoCloseable {
    /** The cloud is on this machine: a connection takes milliseconds or never comes. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** 500 events are journalled in well under a second; a busy machine may need much longer. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    /** An outage of the store behind the door is to be outlasted; beyond this somebody should look. */
    private static final Duration DOOR_PATIENCE = Duration.ofMinutes(5);

    /** Short against an outage, long against a call. */
    private static final Duration DOOR_PAUSE = Duration.ofMillis(200);

    /** A function may run for 15 minutes, and the cloud waits a little longer for it. */
    private static final Duration RUN_TIMEOUT = Duration.ofMinutes(18);

    private static final int OK = 200;
    private static final int BUSY = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI control;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    public CloudClient(URI control) {
        this.control = control;
    }

    /** Brings what the door had no time for again, until it was taken: its store may be out for a while. */
    @Override
    public List<Receipt> send(List<String> events) {
        List<Receipt> receipts = new ArrayList<>();
        Instant start = Instant.now();
        while (receipts.size() < events.size()) {
            List<Receipt> some = sendOnce(events.subList(receipts.size(), events.size()));
            receipts.addAll(some);
            if (some.isEmpty()) {
                if (Duration.between(start, Instant.now()).compareTo(DOOR_PATIENCE) > 0) {
                    throw new CloudUnreachableException("the cloud's door was busy for " + DOOR_PATIENCE.toMinutes()
                            + " minutes; does DynamoDB Local answer? See .nextcart/logs");
                }
                LockSupport.parkNanos(DOOR_PAUSE.toNanos());
            }
        }
        return receipts;
    }

    /** The receipts of those that were taken, from the first on. */
    private List<Receipt> sendOnce(List<String> events) {
        ObjectNode body = JSON.createObjectNode();
        events.forEach(body.putArray("events")::add);
        HttpResponse<String> response = exchange("POST", "/events", body.toString(), ANSWER_TIMEOUT);
        if (response.statusCode() == BUSY) {
            return List.of();
        }
        List<Receipt> receipts = receipts(json("/events", response));
        if (receipts.isEmpty() || receipts.size() > events.size()) {
            throw new CloudUnreachableException(
                    "the cloud gave " + receipts.size() + " receipts for " + events.size() + " events");
        }
        return receipts;
    }

    static List<Receipt> receipts(JsonNode answer) {
        List<Receipt> receipts = new ArrayList<>();
        answer.path("results").forEach(result -> receipts.add(receipt(result)));
        return receipts;
    }

    /** What its queues and streams gave up. */
    public DeadLetters deadLetters() {
        return new DeadLetters(this);
    }

    private static Receipt receipt(JsonNode result) {
        return result.hasNonNull("ticket")
                ? new Receipt.Accepted(result.path("ticket").asLong())
                : new Receipt.Refused(result.path("refused").asText("no reason given"));
    }

    @Override
    public CloudStatus status() {
        return CloudStatus.of(statusAsTold());
    }

    /** All that the cloud tells of itself; {@link #status} is what senders need of it. */
    public JsonNode statusAsTold() {
        return call("GET", "/status", "");
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

    @Override
    public void stopStore(Duration length) {
        call(
                "POST",
                "/faults/outage",
                JSON.createObjectNode().put("seconds", length.toSeconds()).toString());
    }

    /** Every schedule of the template. */
    public List<ScheduleLine> schedules() {
        List<ScheduleLine> schedules = new ArrayList<>();
        call("GET", "/schedules", "").path("schedules").forEach(each -> schedules.add(ScheduleLine.of(each)));
        return schedules;
    }

    /**
     * Fires a schedule and waits until its function has answered or failed once.
     *
     * @param name of the schedule or its function
     */
    public ScheduleAnswer runSchedule(String name) {
        String body = JSON.createObjectNode().put("name", name).toString();
        JsonNode answer = call("POST", "/schedules/run", body, RUN_TIMEOUT);
        return answer.has("error")
                ? new ScheduleAnswer.Failed(
                        answer.path("error").asText(), answer.path("retried").asBoolean())
                : new ScheduleAnswer.Answered(answer.path("answer").asText());
    }

    /** Lands what waits to be archived; all that was sent and settled lies in the archive when it returns. */
    public void flushArchive() {
        call("POST", "/archive/flush", "");
    }

    @Override
    public long forget(Collection<ShopperKey> shoppers) {
        ObjectNode body = JSON.createObjectNode();
        shoppers.forEach(shopper -> body.withArray("shopperKeys").add(shopper.value()));
        return call("POST", "/journal/forget", body.toString()).path("lines").asLong();
    }

    /** @throws CloudUnreachableException when the answer is anything but 200 and JSON */
    JsonNode call(String method, String path, String body) {
        return call(method, path, body, ANSWER_TIMEOUT);
    }

    private JsonNode call(String method, String path, String body, Duration patience) {
        return json(path, exchange(method, path, body, patience));
    }

    private static JsonNode json(String path, HttpResponse<String> response) {
        if (response.statusCode() != OK) {
            throw new CloudUnreachableException(
                    "the cloud answered " + response.statusCode() + " to " + path + ": " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new CloudUnreachableException("the cloud's answer to " + path + " is not JSON", e);
        }
    }

    private HttpResponse<String> exchange(String method, String path, String body, Duration patience) {
        HttpRequest request = HttpRequest.newBuilder(control.resolve(path))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
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
