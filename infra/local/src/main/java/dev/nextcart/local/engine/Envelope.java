package dev.nextcart.local.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An event as EventBridge hands it to a target.
 *
 * @param text the JSON; holds the detail as it was written, number for number
 * @param node the same, for patterns to look at
 */
record Envelope(String text, JsonNode node) {
    /** Largest entry of PutEvents: 256 KB (Amazon EventBridge quotas, read 2026-11). */
    static final int MAX_ENTRY_BYTES = 262_144;

    /** What comes before the detail. A quoted detail-type cannot hold it: its quotes are escaped. */
    private static final String DETAIL = "\",\"resources\":[],\"detail\":";

    /** What an input path of {@code $.detail} gives of an envelope's text: the detail, without space around its parts. */
    static String detailOf(String text) {
        return Compact.json(text.substring(text.indexOf(DETAIL) + DETAIL.length(), text.length() - 1));
    }

    /**
     * Checks an entry as PutEvents does and wraps it.
     *
     * @throws IllegalArgumentException when the entry is too large or its detail is no JSON object
     */
    static Envelope of(ObjectReader reader, String id, Instant time, String source, String detailType, String detail) {
        checkSize(source, detailType, detail);
        JsonNode detailNode = parse(reader, detail);
        String second = time.truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("id", id)
                .put("detail-type", detailType)
                .put("source", source)
                .put("account", Place.ACCOUNT)
                .put("time", second)
                .put("region", Place.REGION);
        node.putArray("resources");
        node.set("detail", detailNode);
        String text = "{\"version\":\"0\",\"id\":\"" + id + "\",\"detail-type\":" + quoted(detailType) + ",\"source\":"
                + quoted(source) + ",\"account\":\"" + Place.ACCOUNT + "\",\"time\":\"" + second + "\",\"region\":\""
                + Place.REGION + DETAIL + detail.strip() + "}";
        return new Envelope(text, node);
    }

    private static void checkSize(String source, String detailType, String detail) {
        int bytes = utf8Bytes(source) + utf8Bytes(detailType) + utf8Bytes(detail);
        if (bytes > MAX_ENTRY_BYTES) {
            throw new IllegalArgumentException("entry of " + bytes + " bytes (source, detail-type and detail) is over "
                    + MAX_ENTRY_BYTES + ": send a smaller event, or a reference to what it holds");
        }
    }

    private static JsonNode parse(ObjectReader reader, String detail) {
        try {
            JsonNode node = reader.readTree(detail);
            if (!node.isObject()) {
                throw new IllegalArgumentException("detail is a JSON " + node.getNodeType() + ", not an object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("detail is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static int utf8Bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
