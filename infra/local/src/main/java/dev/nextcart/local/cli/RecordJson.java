package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A domain record as JSON, by its components' names: wrappers of one value are that value, what is empty is left out,
 * fingerprints are hexadecimal because JSON numbers lose their last digits.
 */
final class RecordJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RecordJson() {}

    static JsonNode of(Record value) {
        RecordComponent[] parts = value.getClass().getRecordComponents();
        if (parts.length == 1) {
            return any(parts[0].getName(), read(parts[0], value));
        }
        ObjectNode object = JSON.objectNode();
        for (RecordComponent part : parts) {
            Object content = read(part, value);
            if (!Optional.empty().equals(content)) {
                object.set(part.getName(), any(part.getName(), content));
            }
        }
        return object;
    }

    private static JsonNode any(String name, Object value) {
        return switch (value) {
            case Long number ->
                name.equals("fingerprint") ? JSON.textNode(Long.toHexString(number)) : JSON.numberNode(number);
            case Integer number -> JSON.numberNode(number);
            case Record record -> of(record);
            case Optional<?> optional -> any(name, optional.orElseThrow());
            case Collection<?> many -> array(many);
            case Map<?, ?> map -> object(map);
            default -> JSON.textNode(value.toString());
        };
    }

    private static ArrayNode array(Collection<?> many) {
        ArrayNode array = JSON.arrayNode();
        many.forEach(one -> array.add(any("", one)));
        return array;
    }

    private static ObjectNode object(Map<?, ?> map) {
        ObjectNode object = JSON.objectNode();
        map.forEach((key, value) -> object.set(key.toString(), any("", value)));
        return object;
    }

    private static Object read(RecordComponent part, Record value) {
        try {
            return part.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record hides " + part, e);
        }
    }
}
