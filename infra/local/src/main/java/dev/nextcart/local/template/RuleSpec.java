package dev.nextcart.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An EventBridge rule.
 *
 * @param pattern the event pattern, as EventBridge documents it
 * @param queueIds logical ids of the queues it feeds
 */
public record RuleSpec(String id, String busId, JsonNode pattern, List<String> queueIds) {}
