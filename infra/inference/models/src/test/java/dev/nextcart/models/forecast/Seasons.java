package dev.nextcart.models.forecast;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Made-up histories. */
final class Seasons {
    private Seasons() {}

    static double[] of(int periods, IntToDoubleFunction value) {
        return IntStream.range(0, periods).mapToDouble(value).toArray();
    }
}
