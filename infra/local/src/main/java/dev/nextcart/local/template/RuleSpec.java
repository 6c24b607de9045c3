package dev.nextcart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An EventBridge rule.
 *
 * @param pattern the event pattern, as EventBridge documents it
 * @param queueIds logical ids of the queues it feeds
 * @param deliveryStreamIds logical ids of the delivery streams that get the bare events
 */
public record RuleSpec(
        String id, String busId, JsonNode pattern, List<String> queueIds, List<String> deliveryStreamIds) {
    /** Of a rule that feeds queues only. */
    public RuleSpec(String id, String busId, JsonNode pattern, List<String> queueIds) {
        this(id, busId, pattern, queueIds, List.of());
    }
}
