package dev.nextcart.local.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.domain.event.ShopperKey;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One line of the journal: {@code {"event":TEXT,"ticket":N}}, {@code "refused":REASON} in place of the ticket if the
 * door turned it away; or, of an erased shopper, {@code {"erased":KEY,"sha256":HASH}} and an order's {@code "sale"}.
 */
public sealed interface JournalLine {
    ObjectMapper JSON = new ObjectMapper();

    /**
     * A send as it came.
     *
     * @param refused whether the door turned it away
     */
    record Sent(String event, boolean refused) implements JournalLine {}

    record Erased(ErasedSend send) implements JournalLine {}

    /** @throws IllegalArgumentException when it is no such line */
    static JournalLine read(String line) {
        JsonNode json = parse(line);
        return json.has("erased")
                ? new Erased(new ErasedSend(
                        new ShopperKey(json.required("erased").asText()),
                        json.required("sha256").asText(),
                        Optional.ofNullable(json.path("sale").textValue())))
                : new Sent(json.required("event").textValue(), json.hasNonNull("refused"));
    }

    /** The line as it may stay: a send of an erased shopper without what it said. */
    static String forgetful(String line, Forgotten forgotten, InstantSource clock) {
        return switch (read(line)) {
            case Erased already -> line;
            case Sent sent ->
                forgotten
                        .in(sent.event)
                        .map(shopper -> text(erased(sent, shopper, clock)))
                        .orElse(line);
        };
    }

    private static ErasedSend erased(Sent sent, ShopperKey shopper, InstantSource clock) {
        ErasedSend send = ErasedSend.of(sent.event, shopper, clock);
        return sent.refused ? new ErasedSend(send.shopper(), send.sha256(), Optional.empty()) : send;
    }

    private static String text(ErasedSend send) {
        ObjectNode line =
                JSON.createObjectNode().put("erased", send.shopper().value()).put("sha256", send.sha256());
        send.sale().ifPresent(sale -> line.put("sale", sale));
        return line.toString();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }
}
