package dev.nextcart.local.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.runtime.OutputListener;
import dev.nextcart.local.template.FunctionSpec;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * CloudWatch in short: sums the metrics that functions print in the Embedded Metric Format, by name, over all functions.
 * A line that is no such JSON is only a log line.
 */
public final class MetricSums implements OutputListener {
    private static final String NAMESPACE = "Nextcart";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConcurrentMap<String, DoubleAdder> sums = new ConcurrentHashMap<>();

    @Override
    public void line(FunctionSpec function, String line) {
        if (line.startsWith("{") && line.contains("\"_aws\"")) {
            add(parse(line));
        }
    }

    /** By metric name. */
    public SortedMap<String, Double> sums() {
        SortedMap<String, Double> copy = new TreeMap<>();
        sums.forEach((name, sum) -> copy.put(name, sum.sum()));
        return copy;
    }

    private void add(JsonNode document) {
        for (JsonNode directive : document.path("_aws").path("CloudWatchMetrics")) {
            if (directive.path("Namespace").asText().equals(NAMESPACE)) {
                for (JsonNode metric : directive.path("Metrics")) {
                    String name = metric.path("Name").asText();
                    add(name, document.path(name));
                }
            }
        }
    }

    private void add(String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(each -> add(name, each));
        } else if (value.isNumber()) {
            sums.computeIfAbsent(name, fresh -> new DoubleAdder()).add(value.doubleValue());
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode(); // A crash may cut a line short; CloudWatch would ignore it too.
        }
    }
}
