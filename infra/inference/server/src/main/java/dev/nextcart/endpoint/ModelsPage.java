package dev.nextcart.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.models.ModelCard;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code GET /models}: what is served per task, and why something is not. */
final class ModelsPage {
    private ModelsPage() {}

    static ObjectNode json(List<ModelSlot> slots) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode models = json.putArray("models");
        for (ModelSlot slot : slots) {
            ObjectNode one = models.addObject().put("task", slot.task().wireName());
            slot.served().ifPresent(model -> put(one, model.card()));
            if (!slot.refusal().isEmpty()) {
                one.put("refused", slot.refusal());
            }
        }
        return json;
    }

    private static void put(ObjectNode json, ModelCard card) {
        json.put("version", card.version()).put("createdAt", card.createdAt().toString());
        ObjectNode data = json.putObject("data")
                .put("description", card.data().description())
                .put("sha256", card.data().sha256());
        card.data().from().ifPresent(from -> data.put("from", from.toString()));
        card.data().until().ifPresent(until -> data.put("until", until.toString()));
        put(json.putObject("metrics"), card.metrics());
        ObjectNode baselines = json.putObject("baselines");
        new TreeMap<>(card.baselines()).forEach((name, values) -> put(baselines.putObject(name), values));
    }

    private static void put(ObjectNode json, Map<String, Double> values) {
        new TreeMap<>(values).forEach(json::put);
    }

    /** {@code GET /ping} when all is well. */
    static ObjectNode ready(List<ModelSlot> slots) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", "ready");
        ObjectNode tasks = json.putObject("tasks");
        for (ModelSlot slot : slots) {
            tasks.put(
                    slot.task().wireName(),
                    slot.served().map(model -> model.card().version()).orElse("none"));
        }
        return json;
    }
}
