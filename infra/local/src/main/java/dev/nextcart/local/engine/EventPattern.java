package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An EventBridge event pattern: nested fields that end in arrays of values, any of which may match. Knows exact values,
 * {@code prefix}, {@code anything-but} and {@code exists}; any other operator is an error. As EventBridge documents
 * it, numbers match by how they are written (300 is not 300.0), an event's array matches when one of its elements does,
 * and {@code exists} asks about leaves, not objects.
 */
sealed interface EventPattern {
    /** @param node what the event has there; null when it has nothing */
    boolean matches(@Nullable JsonNode node);

    /** Reads a rule's pattern, as {@link #at} does. */
    static EventPattern read(String ruleId, JsonNode pattern) {
        return at(ruleId + ".EventPattern", pattern);
    }

    /**
     * Reads a pattern.
     *
     * @param path names it in errors
     * @throws IllegalArgumentException naming the place in the pattern that cannot be honoured
     */
    static EventPattern at(String path, JsonNode pattern) {
        return fields(path, pattern);
    }

    private static EventPattern below(JsonNode node, String path) {
        return node.isArray() ? leaf(path, node) : fields(path, node);
    }

    private static EventPattern fields(String path, JsonNode node) {
        if (!node.isObject() || node.isEmpty()) {
            throw new IllegalArgumentException(path + ": " + node + " is neither a non-empty object nor an array");
        }
        Map<String, EventPattern> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().startsWith("$")) {
                throw new IllegalArgumentException(path + ": operator " + field.getKey() + " is not emulated");
            }
            fields.put(field.getKey(), below(field.getValue(), path + "." + field.getKey()));
        }
        return new Fields(fields);
    }

    private static EventPattern leaf(String path, JsonNode array) {
        if (array.isEmpty()) {
            throw new IllegalArgumentException(path + ": an empty array matches nothing");
        }
        List<LeafTest> tests = new ArrayList<>();
        array.forEach(test -> tests.add(LeafTest.read(path, test)));
        return new Leaf(List.copyOf(tests));
    }

    /** All fields must match. */
    record Fields(Map<String, EventPattern> fields) implements EventPattern {
        @Override
        public boolean matches(@Nullable JsonNode node) {
            if (node != null && node.isArray()) {
                for (JsonNode element : node) {
                    if (matches(element)) {
                        return true;
                    }
                }
                return false;
            }
            for (Map.Entry<String, EventPattern> field : fields.entrySet()) {
                JsonNode value = node == null ? null : node.get(field.getKey());
                if (!field.getValue().matches(value)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One test must match; one element, where the event has an array. */
    record Leaf(List<LeafTest> tests) implements EventPattern {
        @Override
        public boolean matches(@Nullable JsonNode node) {
            if (node == null || node.isObject() || (node.isArray() && node.isEmpty())) {
                return tests.stream().anyMatch(LeafTest::matchesNothing);
            }
            if (node.isArray()) {
                for (JsonNode element : node) {
                    if (matches(element)) {
                        return true;
                    }
                }
                return false;
            }
            return tests.stream().anyMatch(test -> test.matches(node));
        }
    }
}
