package dev.nextcart.local.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.function.Supplier;

/** The {@code FilterCriteria} of a source: what matches none of its patterns never reaches the function. */
final class EventFilter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<EventPattern> patterns;

    private EventFilter(List<EventPattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * Reads a source's patterns; none let all through.
     *
     * @throws IllegalArgumentException naming the place in a pattern that cannot be honoured
     */
    static EventFilter read(String sourceId, List<JsonNode> patterns) {
        return new EventFilter(patterns.stream()
                .map(each -> EventPattern.at(sourceId + ".FilterCriteria", each))
                .toList());
    }

    /** @param seen asked only where there is a pattern */
    boolean lets(Supplier<JsonNode> seen) {
        if (patterns.isEmpty()) {
            return true;
        }
        JsonNode event = seen.get();
        return patterns.stream().anyMatch(pattern -> pattern.matches(event));
    }

    /** Text as patterns look at it: the JSON it holds, or else a string. */
    static JsonNode content(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isObject() ? json : JsonNodeFactory.instance.textNode(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }
}
