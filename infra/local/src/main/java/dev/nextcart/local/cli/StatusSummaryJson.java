package dev.nextcart.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.cli.StatusSection.Kind;

/** A status for machines: what the control API tells, the tables' sizes, and each counter's rate since the start. */
final class StatusSummaryJson {
    private StatusSummaryJson() {}

    static ObjectNode of(StatusMoment moment) {
        ObjectNode json = moment.status().deepCopy();
        StatusMoment copy = new StatusMoment(moment.at(), json);
        json.put("at", moment.at().toString());
        for (StatusSection section : StatusSection.KNOWN) {
            section.columns().stream()
                    .filter(column -> column.kind() == Kind.COUNTER)
                    .forEach(column -> copy.things(section.name())
                            .forEach((name, thing) -> addRate(copy, section.name(), name, thing, column.field())));
        }
        return json;
    }

    private static void addRate(StatusMoment moment, String section, String name, JsonNode thing, String field) {
        if (thing instanceof ObjectNode object) {
            moment.rateSinceStart(section, name, field).ifPresent(rate -> object.put(field + "PerSecond", rate));
        }
    }
}
