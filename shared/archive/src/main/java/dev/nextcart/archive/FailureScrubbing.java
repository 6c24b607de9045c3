package dev.nextcart.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.domain.event.InvalidEventException;
import dev.nextcart.domain.event.ShopperId;
import dev.nextcart.wire.NamedShoppers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Of the records that Lambda leaves of a stream's batches it gave up: JSON that holds the whole event of the invocation
 * as {@code payload}, and the shopper as partition key, in base64 data, or in a table's image. Any text that is the id
 * of somebody forgotten costs the stream's record its place here: these objects are for an operator, for a fortnight.
 */
final class FailureScrubbing implements Scrubbing {
    /** An invocation's payload has 6 MB at most (AWS Lambda quotas, read 2026-11); escaped in a string, perhaps twice that. */
    private static final int MAX_BYTES = 32 << 20;

    private final ObjectMapper json = new ObjectMapper();
    private final NamedShoppers named = new NamedShoppers();

    @Override
    public Kept keep(InputStream object, Forgotten forgotten, Path to) throws IOException {
        byte[] bytes = object.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalStateException("a record of a failed invocation has more than " + MAX_BYTES
                    + " bytes; remove it by hand, or wait until it expires");
        }
        if (!(parsed(bytes) instanceof ObjectNode document)) {
            return new Kept(to, 0, forgotten.isNamedBy(bytes, named) ? 1 : 0);
        }
        JsonNode payload = document.path("payload");
        JsonNode event = payload.isTextual() ? parsed(payload.asText().getBytes(StandardCharsets.UTF_8)) : payload;
        if (!(event.path("Records") instanceof ArrayNode records)) {
            return new Kept(to, 0, names(document, forgotten) ? 1 : 0);
        }
        ArrayNode left = json.createArrayNode();
        records.forEach(record -> {
            if (!names(record, forgotten)) {
                left.add(record);
            }
        });
        int removed = records.size() - left.size();
        ((ObjectNode) event).set("Records", left);
        document.set("payload", payload.isTextual() ? json.getNodeFactory().textNode(event.toString()) : event);
        Files.write(to, json.writeValueAsBytes(document));
        return new Kept(to, left.size(), removed);
    }

    /** They are small. */
    @Override
    public long count(InputStream object, Forgotten forgotten) throws IOException {
        Path scratch = Files.createTempFile("archive-", ".part");
        try {
            return keep(object, forgotten, scratch).removed();
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private boolean names(JsonNode node, Forgotten forgotten) {
        if (node.isTextual()) {
            return isOne(node.asText(), forgotten) || named(node.asText(), forgotten);
        }
        for (JsonNode child : node) {
            if (names(child, forgotten)) {
                return true;
            }
        }
        return false;
    }

    private boolean named(String text, Forgotten forgotten) {
        return forgotten.isNamedBy(text.getBytes(StandardCharsets.UTF_8), named)
                || forgotten.isNamedBy(decoded(text), named);
    }

    private static boolean isOne(String text, Forgotten forgotten) {
        try {
            return forgotten.includes(new ShopperId(text));
        } catch (InvalidEventException e) {
            return false; // Not an id.
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private JsonNode parsed(byte[] bytes) throws IOException {
        try {
            return json.readTree(bytes);
        } catch (JsonProcessingException e) {
            return json.missingNode();
        }
    }
}
