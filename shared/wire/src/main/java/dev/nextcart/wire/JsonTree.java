package dev.nextcart.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.domain.event.InvalidEventException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Text to a tree, strictly: one value, each name once per object, nothing after it. Built here rather than by an
 * {@code ObjectMapper} because a complaint should say where in the event it stands, and because a function that starts
 * cold should not load a data binder it never uses.
 */
final class JsonTree {
    /** One Kinesis record and one SQS message hold at most 1 MiB (service quotas read 2026-11), in bytes even. */
    static final int MAX_CHARS = 1024 * 1024;

    /** An order's line in its envelope stands four deep; the rest is room for fields that nobody here knows. */
    static final int MAX_DEPTH = 32;

    /** A 64-bit integer has 20 characters and a double 24; longer than this is no number of ours. */
    static final int MAX_NUMBER_CHARS = 100;

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final JsonFactory json = JsonFactory.builder()
            // A table of names shared by all parsers would be the sender's to fill, and threads would wait for it.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_CHARS)
                    .build())
            .build();

    /** @throws InvalidEventException says where the text stops being the JSON we take */
    JsonNode parse(String text) {
        if (text.length() > MAX_CHARS) {
            throw new InvalidEventException(
                    "the payload has " + text.length() + " characters, more than the " + MAX_CHARS + " that are read");
        }
        try (JsonParser parser = json.createParser(text)) {
            return root(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("reading a string needs no input", e);
        }
    }

    private JsonNode root(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new InvalidEventException("the payload is empty");
            }
            JsonNode root = value(parser);
            if (parser.nextToken() != null) {
                throw fault(parser, "goes on after its end");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw fault(parser, rule(e));
        }
    }

    private JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> nodes.textNode(parser.getText());
            case VALUE_NUMBER_INT -> wholeNumber(parser);
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NULL -> nodes.nullNode();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value begins with " + parser.currentToken());
        };
    }

    private JsonNode object(JsonParser parser) throws IOException {
        ObjectNode object = nodes.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (object.has(name)) {
                throw fault(parser, "is given twice");
            }
            object.set(name, value(parser));
        }
        return object;
    }

    private JsonNode array(JsonParser parser) throws IOException {
        ArrayNode array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private JsonNode wholeNumber(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? nodes.numberNode(parser.getBigIntegerValue())
                : nodes.numberNode(parser.getLongValue());
    }

    /** Jackson's own message may quote what a shopper typed, but for limits; the place says as much. */
    private static String rule(JsonProcessingException why) {
        return switch (why) {
            case StreamConstraintsException limit -> "is more than is read: " + limit.getOriginalMessage();
            case JsonEOFException end -> "breaks off";
            default -> "is malformed";
        };
    }

    private static InvalidEventException fault(JsonParser parser, String rule) {
        JsonLocation at = parser.currentLocation();
        return new InvalidEventException(
                "JSON at line " + at.getLineNr() + ", column " + at.getColumnNr(),
                JsonPath.of(parser.getParsingContext()),
                rule);
    }
}
