package dev.nextcart.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A schedule of a running cloud.
 *
 * @param function function name
 * @param expression as the template writes it, in UTC
 * @param enabled whether it fires by itself
 * @param next when it does; empty if it never will
 * @param last when it last fired, by itself or by hand
 * @param givenUp events that went to the dead-letter queue or were lost
 */
public record ScheduleLine(
        String name,
        String function,
        String expression,
        boolean enabled,
        Optional<Instant> next,
        Optional<Instant> last,
        long invocations,
        long failures,
        long givenUp) {
    static ScheduleLine of(JsonNode json) {
        return new ScheduleLine(
                json.path("name").asText(),
                json.path("function").asText(),
                json.path("expression").asText(),
                json.path("enabled").asBoolean(),
                instant(json.path("next")),
                instant(json.path("last")),
                json.path("invocations").asLong(),
                json.path("failures").asLong(),
                json.path("givenUp").asLong());
    }

    private static Optional<Instant> instant(JsonNode json) {
        return Optional.ofNullable(json.textValue()).map(Instant::parse);
    }
}
