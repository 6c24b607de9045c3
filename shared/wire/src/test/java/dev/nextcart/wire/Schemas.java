package dev.nextcart.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The schemas as a validator off the shelf understands them. */
final class Schemas {
    private static final JsonMapper MAPPER = new JsonMapper();
    private final Map<EventType, JsonSchema> schemas = new EnumMap<>(EventType.class);

    Schemas() {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
        Arrays.stream(EventType.values())
                .forEach(type -> schemas.put(
                        type,
                        factory.getSchema(EventFiles.ROOT.resolve(file(type)).toUri())));
    }

    static String file(EventType type) {
        return "schema/" + EventFiles.kebab(type) + ".schema.json";
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /** What the schema of the event's own type holds against it. */
    List<String> complaints(JsonNode event) {
        return EventType.named(event.path("type").asText())
                .map(type -> Objects.requireNonNull(schemas.get(type)).validate(event).stream()
                        .map(ValidationMessage::toString)
                        .toList())
                .orElse(List.of("no schema for " + event.path("type")));
    }
}
