package dev.nextcart.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.cli.EventFiles.Named;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Takes events out of what AWS wraps them in, so that the samples made for {@code sam local invoke} can be sent too: an
 * EventBridge envelope, an SQS batch, a Kinesis batch. Anything else is taken as it is, for the door to judge.
 */
final class Envelopes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Envelopes() {}

    static List<Named> open(String name, String text) {
        JsonNode json = parse(text);
        if (json.hasNonNull("detail-type") && json.path("detail").isObject()) {
            return List.of(new Named(name, json.path("detail").toString()));
        }
        if (!json.path("Records").isArray()) {
            return List.of(new Named(name, text));
        }
        List<Named> events = new ArrayList<>();
        for (JsonNode each : json.path("Records")) {
            events.addAll(open(name + " [" + events.size() + "]", content(each)));
        }
        return events;
    }

    private static String content(JsonNode each) {
        if (each.path("body").isTextual()) {
            return each.path("body").textValue();
        }
        String data = each.path("kinesis").path("data").asText();
        try {
            return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return data;
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
