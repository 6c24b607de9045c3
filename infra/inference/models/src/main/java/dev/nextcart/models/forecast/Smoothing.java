package dev.nextcart.models.forecast;

/**
 * Simple exponential smoothing with the weight and the first level of least squared one-step error, as R's {@code ses}.
 *
 * @param weight of the newest value, 0..1
 * @param level after the last value: the forecast of every period to come
 */
record Smoothing(double weight, double level) {
    private static final double SMALLEST = 1e-4;
    private static final double LARGEST = 0.9999;
    private static final int GRID = 12;
    private static final int REFINEMENTS = 24;

    /** (sqrt 5 - 1) / 2: golden section search keeps one of its two points. */
    private static final double GOLDEN = 0.6180339887498949;

    static Smoothing fitted(double[] values) {
        double best = SMALLEST;
        double least = Double.POSITIVE_INFINITY;
        double width = (LARGEST - SMALLEST) / GRID;
        for (int point = 0; point <= GRID; point++) {
            double error = squaredError(values, SMALLEST + point * width);
            if (error < least) {
                least = error;
                best = SMALLEST + point * width;
            }
        }
        double left = Math.max(SMALLEST, best - width);
        double right = Math.min(LARGEST, best + width);
        for (int turn = 0; turn < REFINEMENTS; turn++) {
            double one = right - GOLDEN * (right - left);
            double two = left + GOLDEN * (right - left);
            if (squaredError(values, one) <= squaredError(values, two)) {
                right = two;
            } else {
                left = one;
            }
        }
        double weight = (left + right) / 2;
        return new Smoothing(weight, level(values, weight, firstLevel(values, weight)));
    }

    private static double squaredError(double[] values, double weight) {
        double level = firstLevel(values, weight);
        double sum = 0;
        for (double value : values) {
            double error = value - level;
            sum += error * error;
            level += weight * error;
        }
        return sum;
    }

    /** Errors are linear in the first level, so the best one has a closed form. */
    private static double firstLevel(double[] values, double weight) {
        double share = 1;
        double level = 0;
        double product = 0;
        double square = 0;
        for (double value : values) {
            double error = value - level;
            product += share * error;
            square += share * share;
            level += weight * error;
            share *= 1 - weight;
        }
        return product / square;
    }

    private static double level(double[] values, double weight, double first) {
        double level = first;
        for (double value : values) {
            level += weight * (value - level);
        }
        return level;
    }
}
