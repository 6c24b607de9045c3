package dev.nextcart.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Of starts on a whole machine and, if asked for, on a share of a processor.
 *
 * @param steps where the time of an unhindered start goes, by kind
 * @param notes what was not measured, and why
 */
public record ColdStartSummary(
        Starts free, List<StartSteps> steps, Optional<Held> held, List<String> notes, Load load) {
    /** Starts on a share of a processor. */
    public record Held(double share, Starts starts) {}

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        free.putInto(json);
        if (!steps.isEmpty()) {
            ObjectNode byKind = json.putObject("steps");
            steps.forEach(kind -> kind.putInto(byKind));
        }
        held.ifPresent(held -> {
            ObjectNode share = json.putObject("held").put("cpu", held.share());
            held.starts().putInto(share);
        });
        return json;
    }
}
