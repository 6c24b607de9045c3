package dev.nextcart.inference;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The fields of one JSON object, by name and kind. Absent and {@code null} are the same; unknown fields are passed over. */
final class Fields {
    private final JsonNode object;

    private Fields(JsonNode object) {
        this.object = object;
    }

    static Fields of(String name, JsonNode value) {
        if (!value.isObject()) {
            throw new InvalidInstanceException(name + " is not a JSON object");
        }
        return new Fields(value);
    }

    boolean has(String name) {
        return optional(name).isPresent();
    }

    String text(String name) {
        return text(name, required(name));
    }

    Optional<String> optionalText(String name) {
        return optional(name).map(value -> text(name, value));
    }

    boolean flag(String name, boolean otherwise) {
        Optional<JsonNode> value = optional(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            throw new InvalidInstanceException(name, value.get(), "is not true or false");
        }
        return value.map(JsonNode::booleanValue).orElse(otherwise);
    }

    int integer(String name, int otherwise) {
        return has(name) ? integer(name) : otherwise;
    }

    int integer(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new InvalidInstanceException(name, value, "is not a whole number of 32 bits");
        }
        return value.intValue();
    }

    long longInteger(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new InvalidInstanceException(name, value, "is not a whole number of 64 bits");
        }
        return value.longValue();
    }

    double number(String name) {
        return number(name, required(name));
    }

    List<Double> numbers(String name) {
        return elements(name, Fields::number);
    }

    List<String> texts(String name) {
        return has(name) ? elements(name, Fields::text) : List.of();
    }

    Instant time(String name) {
        String text = text(name);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidInstanceException(name, text, "is not a time such as 2026-11-25T09:30:00Z");
        }
    }

    Optional<Instant> optionalTime(String name) {
        return has(name) ? Optional.of(time(name)) : Optional.empty();
    }

    /** One of an enum's constants, on the wire in lower case and with hyphens. */
    <E extends Enum<E>> E choice(String name, Class<E> choices) {
        String text = text(name);
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> wireName(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidInstanceException(
                        name,
                        text,
                        "is none of "
                                + Arrays.stream(choices.getEnumConstants())
                                        .map(Fields::wireName)
                                        .toList()));
    }

    Fields object(String name) {
        return of(name, required(name));
    }

    /** Empty when absent. */
    <T> List<T> list(String name, Function<Fields, T> reading) {
        if (!has(name)) {
            return List.of();
        }
        return elements(name, (path, element) -> {
            Fields fields = of(path, element);
            try {
                return reading.apply(fields);
            } catch (InvalidInstanceException e) {
                throw e.within(path + ".");
            }
        });
    }

    private interface Element<T> {
        T read(String path, JsonNode value);
    }

    private <T> List<T> elements(String name, Element<T> reading) {
        JsonNode list = required(name);
        if (!list.isArray()) {
            throw new InvalidInstanceException(name + " is not a list");
        }
        List<T> elements = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            elements.add(reading.read(name + "[" + elements.size() + "]", element));
        }
        return elements;
    }

    private JsonNode required(String name) {
        return optional(name).orElseThrow(() -> new InvalidInstanceException(name + " is missing"));
    }

    private Optional<JsonNode> optional(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    private static String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw new InvalidInstanceException(name, value, "is not text");
        }
        return value.textValue();
    }

    private static double number(String name, JsonNode value) {
        if (!value.isNumber()) {
            throw new InvalidInstanceException(name, value, "is not a number");
        }
        return value.doubleValue();
    }

    private static String wireName(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
