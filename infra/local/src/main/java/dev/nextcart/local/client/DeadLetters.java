package dev.nextcart.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What queues and streams of a running cloud gave up. Methods throw {@link CloudUnreachableException}. */
public final class DeadLetters {
    private final CloudClient client;

    DeadLetters(CloudClient client) {
        this.client = client;
    }

    /**
     * One of them.
     *
     * @param queue where it lies
     * @param age on the cloud's clock, which skips waiting
     * @param holds how many events
     * @param reasons what is known of why: {@code SourceQueue} or {@code SourceStream}, {@code Condition} …
     * @param snippet how its first event begins
     */
    public record Letter(
            String id,
            String queue,
            Instant sentAt,
            Duration age,
            int holds,
            Map<String, String> reasons,
            String snippet) {
        public Letter {
            reasons = Map.copyOf(reasons);
        }
    }

    /** Some of them, oldest first, and how many there are. */
    public record Page(long total, List<Letter> letters) {
        public Page {
            letters = List.copyOf(letters);
        }
    }

    public Page list() {
        JsonNode answer = client.call("GET", "/dead-letters", "");
        List<Letter> letters = new ArrayList<>();
        answer.path("deadLetters").forEach(letter -> letters.add(letter(letter)));
        return new Page(answer.path("total").asLong(), letters);
    }

    /** The events that one holds, as they were handed in. */
    public List<String> events(String id) {
        List<String> events = new ArrayList<>();
        client.call("GET", "/dead-letters/" + id, "").path("events").forEach(event -> events.add(event.textValue()));
        return events;
    }

    /** Moves some back to where they came from; why not, of those that could not be, by id. */
    public Map<String, String> redrive(List<String> ids) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ids.forEach(body.putArray("ids")::add);
        Map<String, String> failed = new LinkedHashMap<>();
        client.call("POST", "/dead-letters/redrive", body.toString())
                .path("results")
                .forEach(result -> Optional.ofNullable(result.path("failed").textValue())
                        .ifPresent(why -> failed.put(result.path("id").asText(), why)));
        return failed;
    }

    /** Hands in as many events in its place; it stays if the door refuses one. One receipt each, in order. */
    public List<Receipt> replace(String id, List<String> mended) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("id", id);
        mended.forEach(body.putArray("events")::add);
        return CloudClient.receipts(client.call("POST", "/dead-letters/replace", body.toString()));
    }

    private static Letter letter(JsonNode json) {
        Map<String, String> reasons = new LinkedHashMap<>();
        json.path("reasons")
                .properties()
                .forEach(
                        reason -> reasons.put(reason.getKey(), reason.getValue().asText()));
        return new Letter(
                json.path("id").asText(),
                json.path("queue").asText(),
                Instant.parse(json.path("sentAt").asText()),
                Duration.ofSeconds(json.path("ageSeconds").asLong()),
                json.path("holds").asInt(1),
                reasons,
                json.path("snippet").asText());
    }
}
