package dev.nextcart.local.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.engine.DeadLetter;
import dev.nextcart.local.engine.DeliveryEngine;
import dev.nextcart.local.engine.EngineStatus.QueueStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Where an operator looks through what queues and streams gave up, sends it back, or has something mended take its place.
 * Nothing is taken away before what follows it is on its way.
 */
final class DeadLetterDesk {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A key in a bucket ends with one. */
    private static final int UUID_CHARS = 36;

    private final DeliveryEngine engine;
    private final Map<String, FailureFolder> buckets;
    private final Door door;
    private final JournalWriter journal;

    /** @param buckets into which streams give up what they cannot deliver, by name */
    DeadLetterDesk(DeliveryEngine engine, Map<String, FailureFolder> buckets, Door door, JournalWriter journal) {
        this.engine = engine;
        this.buckets = Map.copyOf(buckets);
        this.door = door;
        this.journal = journal;
    }

    /**
     * A dead letter and where it lies.
     *
     * @param id of one in a bucket, the end of its key
     * @param place name of the queue or bucket
     */
    private record Filed(String id, String place, DeadLetter letter, Runnable back, Runnable away) {}

    /** At most so many, the oldest first, without their payloads. */
    ObjectNode list(int most) {
        Instant now = engine.status().now();
        List<Filed> all = all();
        ObjectNode json = JSON.createObjectNode().put("total", all.size());
        var some = json.putArray("deadLetters");
        all.stream().limit(most).forEach(filed -> describe(filed, now, some.addObject()));
        return json;
    }

    /**
     * One, with all that is kept of it.
     *
     * @throws NoSuchElementException when there is none of that id
     */
    ObjectNode show(String id) {
        Filed filed = find(id);
        ObjectNode json = JSON.createObjectNode();
        describe(filed, engine.status().now(), json);
        json.put("body", filed.letter.body());
        events(filed.letter).forEach(json.putArray("events")::add);
        return json;
    }

    /** Sends it back to the queue or stream that gave it up; on failure says why. */
    Optional<String> redrive(String id) {
        try {
            find(id).back.run();
            return Optional.empty();
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Hands in other events in the place of a dead letter's own. If the door refuses one, the dead letter stays.
     *
     * @throws NoSuchElementException when there is none of that id
     * @throws IllegalArgumentException when they are not as many as the dead letter holds
     */
    List<Taken> replace(String id, List<String> mended) {
        Filed filed = find(id);
        List<String> events = events(filed.letter);
        if (events.size() != mended.size()) {
            throw new IllegalArgumentException("dead letter " + id + " holds " + events.size() + " events, and "
                    + mended.size() + " are to take their place: give as many, in a .jsonl file");
        }
        List<Taken> taken = door.take(mended);
        if (taken.size() == mended.size() && taken.stream().allMatch(Taken.Delivered.class::isInstance)) {
            journal.write(events.stream().<Taken>map(Taken.Withdrawn::new).toList());
            filed.away.run();
        }
        return taken;
    }

    private Filed find(String id) {
        return all().stream()
                .filter(filed -> filed.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(gone(id)));
    }

    private static String gone(String id) {
        return "there is no dead letter " + id + " (any more)";
    }

    private List<Filed> all() {
        List<Filed> all = new ArrayList<>();
        for (Map.Entry<String, QueueStatus> queue : engine.status().queues().entrySet()) {
            if (queue.getValue().deadLetter()) {
                engine.deadLetters(queue.getKey())
                        .forEach(letter ->
                                all.add(inQueue(queue.getKey(), queue.getValue().name(), letter)));
            }
        }
        buckets.forEach((name, folder) -> folder.list().forEach(letter -> all.add(inBucket(name, folder, letter))));
        return all;
    }

    private Filed inQueue(String queueId, String name, DeadLetter letter) {
        String id = letter.messageId();
        return new Filed(id, name, letter, () -> engine.redrive(queueId, id), () -> engine.discard(queueId, id));
    }

    private static Filed inBucket(String name, FailureFolder folder, DeadLetter letter) {
        String key = letter.messageId();
        String id = key.substring(Math.max(0, key.length() - UUID_CHARS));
        return new Filed(id, name, letter, () -> folder.redrive(key), () -> folder.discard(key));
    }

    private static void describe(Filed filed, Instant now, ObjectNode json) {
        DeadLetter letter = filed.letter;
        json.put("id", filed.id)
                .put("queue", filed.place)
                .put("sentAt", letter.sentAt().toString())
                .put("ageSeconds", Duration.between(letter.sentAt(), now).toSeconds())
                .put("holds", letter.records().isEmpty() ? 1 : letter.records().size());
        ObjectNode reasons = json.putObject("reasons");
        letter.reasons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(reason -> reasons.put(reason.getKey(), reason.getValue()));
        json.put("snippet", Snippet.of(events(letter).getFirst()));
    }

    /** What the shop had handed in: a queue's message is an envelope around it. */
    private static List<String> events(DeadLetter letter) {
        return letter.records().isEmpty()
                ? List.of(unwrapped(letter.body()))
                : letter.records().stream()
                        .map(lost -> new String(lost.data(), StandardCharsets.UTF_8))
                        .toList();
    }

    private static String unwrapped(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.hasNonNull("detail-type") && json.path("detail").isObject()
                    ? json.path("detail").toString()
                    : body;
        } catch (JsonProcessingException e) {
            return body;
        }
    }
}
