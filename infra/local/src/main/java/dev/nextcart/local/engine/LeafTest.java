package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an event pattern asks of one value: itself, or an operator. */
sealed interface LeafTest {
    /** @param value a string, number, boolean or null that the event has */
    boolean matches(JsonNode value);

    /** Whether it matches where the event has no value. */
    default boolean matchesNothing() {
        return false;
    }

    static LeafTest read(String path, JsonNode test) {
        if (test.isValueNode()) {
            return new Exactly(test);
        }
        if (!test.isObject() || test.size() != 1) {
            throw new IllegalArgumentException(path + ": " + test + " is neither a value nor one operator");
        }
        Map.Entry<String, JsonNode> operator = test.properties().iterator().next();
        JsonNode operand = operator.getValue();
        return switch (operator.getKey()) {
            case "prefix" -> new Prefix(text(path, test, operand));
            case "exists" -> new Exists(flag(path, test, operand));
            case "anything-but" -> new AnythingBut(values(path, test, operand));
            default ->
                throw new IllegalArgumentException(path + ": operator " + operator.getKey()
                        + " is not emulated (exact values, prefix, anything-but" + " with values and exists are)");
        };
    }

    private static String text(String path, JsonNode test, JsonNode operand) {
        if (!operand.isTextual()) {
            throw new IllegalArgumentException(path + ": " + test + " takes a string here");
        }
        return operand.textValue();
    }

    private static boolean flag(String path, JsonNode test, JsonNode operand) {
        if (!operand.isBoolean()) {
            throw new IllegalArgumentException(path + ": " + test + " takes true or false");
        }
        return operand.booleanValue();
    }

    private static List<Exactly> values(String path, JsonNode test, JsonNode operand) {
        List<Exactly> values = new ArrayList<>();
        Iterable<JsonNode> operands = operand.isArray() ? operand : List.of(operand);
        for (JsonNode value : operands) {
            if (!value.isTextual() && !value.isNumber()) {
                throw new IllegalArgumentException(path + ": " + test + " takes strings or numbers here");
            }
            values.add(new Exactly(value));
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException(path + ": " + test + " excludes nothing");
        }
        return List.copyOf(values);
    }

    /** That very value, case and all. */
    record Exactly(JsonNode wanted) implements LeafTest {
        @Override
        public boolean matches(JsonNode value) {
            // As written: the same number may be an int node in one and a long node in the other.
            boolean numbers = wanted.isNumber() && value.isNumber();
            return numbers ? wanted.asText().equals(value.asText()) : wanted.equals(value);
        }
    }

    /** A string that begins so. */
    record Prefix(String prefix) implements LeafTest {
        @Override
        public boolean matches(JsonNode value) {
            return value.isTextual() && value.textValue().startsWith(prefix);
        }
    }

    /** Any value but these. */
    record AnythingBut(List<Exactly> excluded) implements LeafTest {
        @Override
        public boolean matches(JsonNode value) {
            return excluded.stream().noneMatch(exactly -> exactly.matches(value));
        }
    }

    /** Whether there is a value. */
    record Exists(boolean wanted) implements LeafTest {
        @Override
        public boolean matches(JsonNode value) {
            return wanted;
        }

        @Override
        public boolean matchesNothing() {
            return !wanted;
        }
    }
}
