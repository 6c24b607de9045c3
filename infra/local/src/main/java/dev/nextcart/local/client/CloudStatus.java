package dev.nextcart.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How a running cloud is doing.
 *
 * @param outstanding tickets not settled yet
 * @param oldestTicket the oldest of them; empty if there is none
 * @param waiting by queue or shard, messages that are not done; dead letters under their queue's name
 * @param functions by name
 * @param metrics sums over all functions since the cloud started, e.g. {@code WriteUnits}
 */
public record CloudStatus(
        long outstanding,
        OptionalLong oldestTicket,
        Map<String, Long> waiting,
        Map<String, Function> functions,
        Map<String, Double> metrics) {

    public CloudStatus {
        waiting = Map.copyOf(waiting);
        functions = Map.copyOf(functions);
        metrics = Map.copyOf(metrics);
    }

    /** How a function fared. */
    public record Function(long instances, long invocations, long failures, long restarts) {}

    /** A metric's sum; 0 if no function told it yet. */
    public double metric(String name) {
        return metrics.getOrDefault(name, 0.0);
    }

    static CloudStatus of(JsonNode json) {
        JsonNode outstanding = json.path("outstanding");
        long count = outstanding.path("count").asLong();
        JsonNode oldest = outstanding.path("oldestTicket");
        return new CloudStatus(
                count,
                count > 0 && oldest.isNumber() ? OptionalLong.of(oldest.asLong()) : OptionalLong.empty(),
                waiting(json),
                functions(json.path("functions")),
                metrics(json.path("metrics")));
    }

    private static Map<String, Long> waiting(JsonNode json) {
        Map<String, Long> waiting = new TreeMap<>();
        json.path("queues")
                .properties()
                .forEach(queue -> waiting.put(
                        queue.getKey(),
                        queue.getValue().path("visible").asLong()
                                + queue.getValue().path("inFlight").asLong()));
        json.path("streams")
                .properties()
                .forEach(stream -> stream.getValue()
                        .path("shards")
                        .forEach(shard -> waiting.put(
                                stream.getKey() + "/" + shard.path("id").asText(),
                                shard.path("behind").asLong())));
        return waiting;
    }

    private static Map<String, Function> functions(JsonNode json) {
        Map<String, Function> functions = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> functions.put(
                        entry.getKey(),
                        new Function(
                                entry.getValue().path("instances").asLong(),
                                entry.getValue().path("invocations").asLong(),
                                entry.getValue().path("failures").asLong(),
                                entry.getValue().path("restarts").asLong())));
        return functions;
    }

    private static Map<String, Double> metrics(JsonNode json) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> metrics.put(entry.getKey(), entry.getValue().asDouble()));
        return metrics;
    }
}
