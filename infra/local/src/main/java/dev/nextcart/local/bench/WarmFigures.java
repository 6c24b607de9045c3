package dev.nextcart.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What one warm process does with batches of one size; {@code perSecond} counts invocations. */
public record WarmFigures(double perSecond, double p50Millis, double p99Millis) {
    private static final double MILLIS_PER_SECOND = 1_000;

    static WarmFigures of(List<Double> millis) {
        double seconds = millis.stream().mapToDouble(Double::doubleValue).sum() / MILLIS_PER_SECOND;
        Percentiles percentiles = Percentiles.of(millis);
        return new WarmFigures(millis.size() / seconds, percentiles.p50(), percentiles.p99());
    }

    void putInto(ObjectNode json, String kind) {
        json.putObject(kind)
                .put("perSecond", Rounded.of(perSecond))
                .put("p50Millis", Rounded.of(p50Millis))
                .put("p99Millis", Rounded.of(p99Millis));
    }
}
