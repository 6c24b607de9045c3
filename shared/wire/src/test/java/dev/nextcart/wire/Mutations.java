package dev.nextcart.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Breaks one field of a valid event at a time, or tries to; the same seed breaks the same. */
final class Mutations {
    private static final List<String> TIMES = List.of(
            "1999-12-31T23:59:59.999Z",
            "2000-01-01T00:00:00Z",
            "2099-12-31T00:00:00.000000000Z",
            "2100-01-01T00:00:00Z",
            "+12025-01-01T00:00:00Z",
            "2025-13-01T00:00:00Z",
            "2025-12-32T00:00:00Z",
            "2025-12-01T24:00:00Z",
            "2025-12-01T23:59:60Z",
            "2025-12-01T08:26Z",
            "2025-12-01T08:26:00",
            "2025-12-01T08:26:00+00:00",
            "2025-12-01t08:26:00z",
            "2025-12-01 08:26:00Z",
            "2025-12-01T08:26:00.Z",
            "2025-12-01T08:26:00.1234567890Z",
            "2025-12-01T08:26:00Z\n",
            "2025-12-01T08:26:00Z\u2028",
            "٢٠٢٥-12-01T08:26:00Z");
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "\u0000",
            "a\u001f",
            "\u007f",
            "b\u009f",
            "\ud83c\udf81",
            "x\ud800",
            "\udc00y",
            "gbp",
            "POUND",
            "GB",
            "GBP\n");
    private static final int[] LENGTHS = {1, 35, 36, 64, 65, 128, 129, 256, 257, 20_000, 20_001};
    private static final long[] NUMBERS = {
        0,
        1,
        -1,
        5,
        6,
        1_000_000,
        1_000_001,
        1_000_000_000,
        1_000_000_001,
        -1_000_000_000,
        -1_000_000_001,
        4_294_967_297L
    };
    private static final double[] FRACTIONS = {0.5, 1.5, -0.5, 1e-9, 1.0000001, 1e300};

    private final Random random;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    JsonNode oneOf(JsonNode event) {
        ObjectNode broken = event.deepCopy();
        List<ObjectNode> objects = new ArrayList<>();
        collect(broken, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.set("extra " + name, anything());
            case 2 -> object.set(name, name.equals("occurredAt") ? time() : anything());
            default -> object.set(name, like(object.path(name)));
        }
        return broken;
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    /** The same kind of value, perhaps out of bounds. */
    private JsonNode like(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.asText().endsWith("Z") && value.asText().contains("T") ? time() : text();
            case NUMBER -> number();
            case ARRAY -> list((ArrayNode) value);
            default -> anything();
        };
    }

    private JsonNode anything() {
        return switch (random.nextInt(7)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(true);
            case 2 -> nodes.arrayNode();
            case 3 -> nodes.objectNode();
            case 4 -> nodes.arrayNode().add(1);
            case 5 -> number();
            default -> text();
        };
    }

    private JsonNode time() {
        return nodes.textNode(TIMES.get(random.nextInt(TIMES.size())));
    }

    private JsonNode text() {
        if (random.nextBoolean()) {
            return nodes.textNode(WORDS.get(random.nextInt(WORDS.size())));
        }
        int length = LENGTHS[random.nextInt(LENGTHS.length)];
        return nodes.textNode((random.nextBoolean() ? "x" : "🎁").repeat(length));
    }

    private JsonNode number() {
        return switch (random.nextInt(4)) {
            case 0 -> nodes.numberNode(FRACTIONS[random.nextInt(FRACTIONS.length)]);
            case 1 -> nodes.numberNode(new BigInteger("9".repeat(random.nextInt(19, 60))));
            default -> nodes.numberNode(NUMBERS[random.nextInt(NUMBERS.length)]);
        };
    }

    private JsonNode list(ArrayNode list) {
        int size = List.of(0, 1, 100, 101).get(random.nextInt(4));
        ArrayNode resized = nodes.arrayNode();
        for (int i = 0; i < size; i++) {
            resized.add(list.get(0));
        }
        return random.nextInt(4) == 0 ? resized.add(anything()) : resized;
    }
}
