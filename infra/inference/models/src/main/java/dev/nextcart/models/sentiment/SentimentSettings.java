package dev.nextcart.models.sentiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.models.ModelException;
import java.util.ArrayList;
import java.util.List;

/**
 * The sentiment task's part of {@code model.json}.
 *
 * @param heads languages in the network's order
 * @param width dense numbers a row of the network takes
 * @param neutralFrom probabilities from here ...
 * @param neutralUntil ... to here say neither; both ends excluded
 */
public record SentimentSettings(List<String> heads, int width, double neutralFrom, double neutralUntil) {
    public SentimentSettings {
        heads = List.copyOf(heads);
        if (heads.isEmpty() || width < 1 || !(neutralFrom <= .5 && .5 <= neutralUntil)) {
            throw new ModelException("settings: heads " + heads + ", width " + width + " and neutral " + neutralFrom
                    + ".." + neutralUntil + " are not a sentiment model's");
        }
    }

    public static SentimentSettings of(JsonNode json) {
        List<String> heads = new ArrayList<>();
        json.path("heads").forEach(head -> heads.add(head.asText()));
        return new SentimentSettings(
                heads,
                json.path("width").asInt(),
                json.path("neutralFrom").asDouble(Double.NaN),
                json.path("neutralUntil").asDouble(Double.NaN));
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        heads.forEach(json.putArray("heads")::add);
        return json.put("width", width).put("neutralFrom", neutralFrom).put("neutralUntil", neutralUntil);
    }
}
