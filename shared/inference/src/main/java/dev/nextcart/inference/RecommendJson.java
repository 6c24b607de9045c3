package dev.nextcart.inference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.inference.Recommendations.Reason;
import dev.nextcart.inference.Recommendations.Recommended;
import java.util.Set;

/**
 * {@code {"history":[{"itemId","action","occurredAt"?}],"k","exclude":[…],"excludeSeen","newItems":[{"itemId","text"}]}},
 * answered by {@code {"items":[{"itemId","score","reason":{"kind","itemIds":[…]}}],"method","unknown"}}.
 */
final class RecommendJson implements TaskJson<RecommendInstance, Recommendations> {
    @Override
    public RecommendInstance instance(Fields fields) {
        return new RecommendInstance(
                fields.list("history", RecommendJson::interaction),
                fields.integer("k", RecommendInstance.DEFAULT_K),
                Set.copyOf(fields.texts("exclude")),
                fields.flag("excludeSeen", true),
                fields.list("newItems", item -> new NewItem(item.text("itemId"), item.text("text"))));
    }

    private static Interaction interaction(Fields fields) {
        Interaction.Action action =
                fields.has("action") ? fields.choice("action", Interaction.Action.class) : Interaction.Action.BOUGHT;
        return new Interaction(fields.text("itemId"), action, fields.optionalTime("occurredAt"));
    }

    @Override
    public ObjectNode instance(RecommendInstance instance) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode history = json.putArray("history");
        instance.history().forEach(each -> {
            ObjectNode one = history.addObject()
                    .put("itemId", each.itemId())
                    .put("action", each.action().wireName());
            each.occurredAt().ifPresent(time -> one.put("occurredAt", time.toString()));
        });
        json.put("k", instance.k()).put("excludeSeen", instance.excludeSeen());
        ArrayNode exclude = json.putArray("exclude");
        instance.exclude().stream().sorted().forEach(exclude::add);
        ArrayNode newItems = json.putArray("newItems");
        instance.newItems()
                .forEach(item ->
                        newItems.addObject().put("itemId", item.itemId()).put("text", item.text()));
        return json;
    }

    @Override
    public Recommendations answer(Fields fields) {
        return new Recommendations(
                fields.list("items", RecommendJson::recommended), fields.text("method"), fields.integer("unknown", 0));
    }

    private static Recommended recommended(Fields fields) {
        Fields reason = fields.object("reason");
        return new Recommended(
                fields.text("itemId"),
                fields.number("score"),
                new Reason(reason.choice("kind", Reason.Kind.class), reason.texts("itemIds")));
    }

    @Override
    public ObjectNode answer(Recommendations answer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        answer.items().forEach(item -> {
            ObjectNode reason = items.addObject()
                    .put("itemId", item.itemId())
                    .put("score", item.score())
                    .putObject("reason")
                    .put("kind", item.reason().kind().wireName());
            item.reason().itemIds().forEach(reason.putArray("itemIds")::add);
        });
        return json.put("method", answer.method()).put("unknown", answer.unknown());
    }
}
