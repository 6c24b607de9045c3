package dev.nextcart.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Of starts on a whole machine and, if asked for, on a share of a processor.
 *
 * @param notes what was not measured, and why
 */
public record ColdStartSummary(Starts free, Optional<Held> held, List<String> notes, Load load) {
    /** Starts on a share of a processor. */
    public record Held(double share, Starts starts) {}

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        free.putInto(json);
        held.ifPresent(held -> {
            ObjectNode share = json.putObject("held").put("cpu", held.share());
            held.starts().putInto(share);
        });
        return json;
    }
}
