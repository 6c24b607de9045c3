package dev.nextcart.models.forecast;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A weighted mean of methods.
 *
 * @param weights by method's name, each above 0, 1 in all
 */
public record Blend(Map<String, Double> weights) {
    /** How the network is called among the methods. */
    public static final String NETWORK = "network";

    public Blend {
        weights = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        double sum = weights.values().stream().mapToDouble(weight -> weight).sum();
        if (weights.isEmpty()
                || Math.abs(sum - 1) > 1e-6
                || weights.values().stream().anyMatch(weight -> !(weight > 0))) {
            throw new IllegalArgumentException("weights of a blend must be above 0 and 1 in all: " + weights);
        }
    }

    public static Blend of(String method) {
        return new Blend(Map.of(method, 1.0));
    }

    public Collection<String> methods() {
        return weights.keySet();
    }

    /** @param forecasts at least those of {@link #methods} */
    public double[] of(Map<String, double[]> forecasts) {
        double[] mean = new double[0];
        for (Map.Entry<String, Double> each : weights.entrySet()) {
            double[] forecast = forecasts.get(each.getKey());
            if (forecast == null) {
                throw new IllegalArgumentException("no forecast by " + each.getKey() + " among " + forecasts.keySet());
            }
            mean = mean.length == 0 ? new double[forecast.length] : mean;
            for (int step = 0; step < mean.length; step++) {
                mean[step] += each.getValue() * forecast[step];
            }
        }
        return mean;
    }

    /** As an answer names it: {@code network}, or {@code 0.60 network + 0.40 theta}. */
    public String name() {
        return weights.size() == 1
                ? methods().iterator().next()
                : weights.entrySet().stream()
                        .map(each -> String.format(Locale.ROOT, "%.2f %s", each.getValue(), each.getKey()))
                        .collect(Collectors.joining(" + "));
    }
}
