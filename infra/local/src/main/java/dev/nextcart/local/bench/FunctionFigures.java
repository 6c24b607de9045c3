package dev.nextcart.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What a function did in a scenario.
 *
 * @param eventsPerSecond of one process, while it is at work
 * @param requestsPerEvent calls to DynamoDB, as the function reports them; so are the units
 */
public record FunctionFigures(
        String scenario,
        double eventsPerSecond,
        double p50Millis,
        double p99Millis,
        double requestsPerEvent,
        double readUnitsPerEvent,
        double writeUnitsPerEvent) {
    private static final double MILLIS_PER_SECOND = 1_000;

    /**
     * Of the measured batches.
     *
     * @param millis of each batch
     * @param before the function's metrics when the first one began; {@code after} when the last one ended
     */
    static FunctionFigures of(
            Scenario scenario, List<Double> millis, Map<String, Double> before, Map<String, Double> after) {
        double events = (double) millis.size() * scenario.batchSize();
        double seconds = millis.stream().mapToDouble(Double::doubleValue).sum() / MILLIS_PER_SECOND;
        Percentiles percentiles = Percentiles.of(millis);
        return new FunctionFigures(
                scenario.name(),
                events / seconds,
                percentiles.p50(),
                percentiles.p99(),
                spent("DynamoDbRequests", before, after) / events,
                spent("ReadUnits", before, after) / events,
                spent("WriteUnits", before, after) / events);
    }

    void putInto(ObjectNode summary) {
        summary.putObject(scenario)
                .put("eventsPerSecond", Rounded.of(eventsPerSecond))
                .put("p50Millis", Rounded.of(p50Millis))
                .put("p99Millis", Rounded.of(p99Millis))
                .put("requestsPerEvent", Rounded.of(requestsPerEvent))
                .put("readUnitsPerEvent", Rounded.of(readUnitsPerEvent))
                .put("writeUnitsPerEvent", Rounded.of(writeUnitsPerEvent));
    }

    private static double spent(String metric, Map<String, Double> before, Map<String, Double> after) {
        return after.getOrDefault(metric, 0.0) - before.getOrDefault(metric, 0.0);
    }
}
