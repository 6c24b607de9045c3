package dev.nextcart.inference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code {"purchases":[{"occurredAt","valueCents","units"?}],"asOf","horizonDays"?}}, answered by {@code
 * {"probability","band","expectedPurchases","expectedValueCents","horizonDays","reasons":[{"feature","value","contribution"}],"method"}}.
 */
final class ChurnJson implements TaskJson<ChurnInstance, ChurnRisk> {
    @Override
    public ChurnInstance instance(Fields fields) {
        return new ChurnInstance(
                fields.list(
                        "purchases",
                        each -> new Purchase(
                                each.time("occurredAt"), each.longInteger("valueCents"), each.integer("units", 1))),
                fields.time("asOf"),
                fields.integer("horizonDays", ChurnInstance.DEFAULT_HORIZON_DAYS));
    }

    @Override
    public ObjectNode instance(ChurnInstance instance) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode purchases = json.putArray("purchases");
        instance.purchases()
                .forEach(each -> purchases
                        .addObject()
                        .put("occurredAt", each.occurredAt().toString())
                        .put("valueCents", each.valueCents())
                        .put("units", each.units()));
        return json.put("asOf", instance.asOf().toString()).put("horizonDays", instance.horizonDays());
    }

    @Override
    public ChurnRisk answer(Fields fields) {
        return new ChurnRisk(
                fields.number("probability"),
                fields.choice("band", ChurnRisk.Band.class),
                fields.number("expectedPurchases"),
                fields.longInteger("expectedValueCents"),
                fields.integer("horizonDays"),
                fields.list(
                        "reasons",
                        each -> new ChurnRisk.Reason(
                                each.text("feature"), each.number("value"), each.number("contribution"))),
                fields.text("method"));
    }

    @Override
    public ObjectNode answer(ChurnRisk answer) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("probability", answer.probability())
                .put("band", answer.band().wireName())
                .put("expectedPurchases", answer.expectedPurchases())
                .put("expectedValueCents", answer.expectedValueCents())
                .put("horizonDays", answer.horizonDays());
        ArrayNode reasons = json.putArray("reasons");
        answer.reasons()
                .forEach(each -> reasons.addObject()
                        .put("feature", each.feature())
                        .put("value", each.value())
                        .put("contribution", each.contribution()));
        return json.put("method", answer.method());
    }
}
