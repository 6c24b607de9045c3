package dev.nextcart.training.forecast;

import dev.nextcart.models.forecast.Blend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights of a blend by ensemble selection (Caruana et al. 2004): again and again the method is added, with replacement, that
 * makes the mean of all taken so far best on validation. It overfits less than weights fitted freely.
 */
final class BlendSearch {
    private static final int ROUNDS = 10;

    /** What a step must gain to be worth another method in the blend. */
    private static final double GAIN = 1e-4;

    private BlendSearch() {}

    /** @param forecasts of each method, of each series */
    static Blend best(Yardstick yardstick, Map<String, List<double[]>> forecasts) {
        List<String> taken = new ArrayList<>();
        List<String> best = List.of();
        double least = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            String next = "";
            double lowest = Double.POSITIVE_INFINITY;
            for (String method : forecasts.keySet()) {
                taken.add(method);
                double measure = measure(yardstick, blend(taken), forecasts);
                taken.removeLast();
                if (measure < lowest) {
                    lowest = measure;
                    next = method;
                }
            }
            taken.add(next);
            if (lowest < least * (1 - GAIN)) {
                least = lowest;
                best = List.copyOf(taken);
            }
        }
        return blend(best);
    }

    static double measure(Yardstick yardstick, Blend blend, Map<String, List<double[]>> forecasts) {
        return yardstick.measure(index -> blend.of(of(forecasts, index)));
    }

    /** Each method's forecast of one series. */
    static Map<String, double[]> of(Map<String, List<double[]>> forecasts, int index) {
        Map<String, double[]> own = new LinkedHashMap<>();
        forecasts.forEach((method, all) -> own.put(method, all.get(index)));
        return own;
    }

    private static Blend blend(List<String> taken) {
        Map<String, Double> weights = new LinkedHashMap<>();
        taken.forEach(method -> weights.merge(method, 1.0 / taken.size(), Double::sum));
        return new Blend(weights);
    }
}
