package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/**
 * What the cloud told of itself at one moment.
 *
 * @param at wall clock
 * @param status its sections map names to things: {@code queues}, {@code streams} …
 */
record StatusMoment(Instant at, ObjectNode status) {
    private static final String SHARD = "shardId-";

    /** The things of a section by name; a thing that holds a list (a stream its shards) is told by its parts. */
    SequencedMap<String, JsonNode> things(String section) {
        SequencedMap<String, JsonNode> things = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> thing : status.path(section).properties()) {
            Optional<JsonNode> parts =
                    thing.getValue().valueStream().filter(JsonNode::isArray).findFirst();
            if (parts.isEmpty()) {
                things.put(thing.getKey(), thing.getValue());
            } else {
                parts.get().forEach(part -> things.put(thing.getKey() + partName(part), part));
            }
        }
        return things;
    }

    /** How much a counter grew a second since an earlier moment. */
    OptionalDouble rateSince(StatusMoment earlier, String section, String thing, String field) {
        double seconds = Duration.between(earlier.at, at).toNanos() / 1e9;
        JsonNode before = earlier.things(section).get(thing);
        JsonNode now = things(section).get(thing);
        if (seconds <= 0 || before == null || now == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((number(now, field) - number(before, field)) / seconds);
    }

    /** How much a counter grew a second since the cloud started; empty if it does not tell when that was. */
    OptionalDouble rateSinceStart(String section, String thing, String field) {
        double seconds = status.path("upSeconds").asDouble();
        JsonNode now = things(section).get(thing);
        return seconds <= 0 || now == null ? OptionalDouble.empty() : OptionalDouble.of(number(now, field) / seconds);
    }

    /** A thing that is a number is its own only field. */
    static double number(JsonNode thing, String field) {
        return thing.isNumber() ? thing.asDouble() : thing.path(field).asDouble();
    }

    private static String partName(JsonNode part) {
        String id = part.path("id").asText();
        return id.startsWith(SHARD) ? " #" + Long.parseLong(id.substring(SHARD.length())) : "/" + id;
    }
}
