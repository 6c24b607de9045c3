package dev.nextcart.models.forecast;

import java.util.Arrays;
import java.util.Map;

/**
 * What is known of one series.
 *
 * @param values of each period, oldest first, at least one, finite
 * @param covariates by name; each has a value for every period of the history and of the horizon
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers, not copied; nobody compares them
public record History(double[] values, Map<String, double[]> covariates) {
    public static History of(double... values) {
        return new History(values, Map.of());
    }

    /** As it was when only so many periods had passed; what the covariates said then of the next ones stays. */
    public History until(int periods) {
        return new History(Arrays.copyOf(values, periods), covariates);
    }

    boolean allZero() {
        return Arrays.stream(values).allMatch(value -> value == 0);
    }

    boolean constant() {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    boolean negative() {
        return Arrays.stream(values).anyMatch(value -> value < 0);
    }
}
