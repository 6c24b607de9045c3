package dev.nextcart.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nextcart.domain.event.InvalidEventException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The fields of one JSON object, by name and kind. Complaints name the field as seen from this object; {@link #list}
 * adds the way to it. An optional field may be absent or {@code null}. Fields nobody asks for are ignored.
 */
final class Fields {
    private final JsonNode object;

    private Fields(JsonNode object) {
        this.object = object;
    }

    static Fields of(String name, JsonNode value) {
        if (!value.isObject()) {
            throw wrong(name, value, "is not a JSON object");
        }
        return new Fields(value);
    }

    String text(String name) {
        return text(name, required(name));
    }

    Optional<String> optionalText(String name) {
        return optional(name).map(value -> text(name, value));
    }

    /** The text of this field; empty when it is anything else. */
    Optional<String> textIfAny(String name) {
        return optional(name).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    long wholeNumber(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber()) {
            throw wrong(name, value, "is not a whole number, written without fraction or exponent");
        }
        if (!value.canConvertToLong()) {
            throw wrong(name, value, "is not in " + Long.MIN_VALUE + ".." + Long.MAX_VALUE);
        }
        return value.longValue();
    }

    int smallWholeNumber(String name) {
        long value = wholeNumber(name);
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw new InvalidEventException(name, value, "is not in " + Integer.MIN_VALUE + ".." + Integer.MAX_VALUE);
        }
        return (int) value;
    }

    OptionalInt optionalSmallWholeNumber(String name) {
        return optional(name).isPresent() ? OptionalInt.of(smallWholeNumber(name)) : OptionalInt.empty();
    }

    /** A number as the nearest double; infinite if it is beyond all doubles. */
    double number(String name) {
        JsonNode value = required(name);
        if (!value.isNumber()) {
            throw wrong(name, value, "is not a number");
        }
        return value.doubleValue();
    }

    Fields object(String name) {
        return of(name, required(name));
    }

    <T> List<T> list(String name, Function<Fields, T> reading) {
        JsonNode list = required(name);
        if (!list.isArray()) {
            throw wrong(name, list, "is not a list");
        }
        List<T> elements = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            elements.add(element(name + "[" + elements.size() + "]", element, reading));
        }
        return elements;
    }

    private static <T> T element(String path, JsonNode value, Function<Fields, T> reading) {
        Fields fields = of(path, value);
        try {
            return reading.apply(fields);
        } catch (InvalidEventException e) {
            throw e.within(path + ".");
        }
    }

    private JsonNode required(String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw new InvalidEventException(name + " is missing");
        }
        return value;
    }

    private Optional<JsonNode> optional(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    private static String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw wrong(name, value, "is not text");
        }
        return value.textValue();
    }

    private static InvalidEventException wrong(String name, JsonNode value, String rule) {
        return switch (value.getNodeType()) {
            case STRING -> new InvalidEventException(name, value.textValue(), rule);
            case NUMBER -> new InvalidEventException(name, value.numberValue(), rule);
            case BOOLEAN -> new InvalidEventException(name, value.booleanValue(), rule);
            case OBJECT -> new InvalidEventException(name + ": an object " + rule);
            case ARRAY -> new InvalidEventException(name + ": a list " + rule);
            case NULL -> new InvalidEventException(name + ": null " + rule);
            case BINARY, MISSING, POJO -> throw new IllegalStateException("no JSON text holds " + value.getNodeType());
        };
    }
}
