package dev.nextcart.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Of all scenarios. */
public record FunctionsSummary(List<FunctionFigures> scenarios, Load load) {
    /** Field names are a contract: add, never rename. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        scenarios.forEach(figures -> figures.putInto(json));
        load.putInto(json);
        return json;
    }
}
