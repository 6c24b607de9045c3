package dev.nextcart.local.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.domain.event.Refusals.Refusal;
import dev.nextcart.store.StoredRefusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What was refused, found by the text that was sent. A queue's message is an envelope around the event, so JSON is
 * compared as JSON, taken out of its envelope; a payload cut for its size still has its digest. Held are digests.
 */
public final class RefusedTexts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Map<String, Refused> byDigest = new HashMap<>();

    /** Why and when something was refused. */
    public record Refused(String source, String reason, Instant at) {}

    public void add(StoredRefusal stored) {
        Refusal refusal = stored.refusal();
        Refused refused = new Refused(refusal.source(), refusal.reason(), refusal.refusedAt());
        byDigest.put(stored.refusalId(), refused);
        if (stored.withheld()) {
            return;
        }
        Optional<JsonNode> json = parse(refusal.payload());
        json.ifPresent(any -> byDigest.put(digest(any.toString()), refused));
        json.filter(any -> any.hasNonNull("detail-type"))
                .map(envelope -> envelope.get("detail"))
                .ifPresent(detail -> byDigest.put(digest(detail.toString()), refused));
    }

    /** Whether this text was refused. */
    public Optional<Refused> find(String event) {
        if (byDigest.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(byDigest.get(digest(event)))
                .or(() -> parse(event).map(json -> byDigest.get(digest(json.toString()))));
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
