package dev.nextcart.models.forecast;

/** Demand a period where most periods have none: Croston (1972) and Teunter, Syntetos and Babai (2011). */
final class IntermittentDemand {
    /** The usual choice of Croston's users, and M4's. */
    private static final double CROSTON_WEIGHT = 0.1;

    private static final double[] WEIGHTS = {0.02, 0.05, 0.1, 0.2, 0.3};

    private IntermittentDemand() {}

    static double croston(double[] history) {
        double size = 0;
        double gap = 0;
        int waited = 1;
        boolean any = false;
        for (double value : history) {
            if (value == 0) {
                waited++;
                continue;
            }
            size = any ? size + CROSTON_WEIGHT * (value - size) : value;
            gap = any ? gap + CROSTON_WEIGHT * (waited - gap) : waited;
            any = true;
            waited = 1;
        }
        return any ? size / gap : 0;
    }

    /** Both weights of least squared one-step error in the history. */
    static double tsb(double[] history) {
        double least = Double.POSITIVE_INFINITY;
        double best = 0;
        for (double sizeWeight : WEIGHTS) {
            for (double chanceWeight : WEIGHTS) {
                double[] errorAndForecast = tsb(history, sizeWeight, chanceWeight);
                if (errorAndForecast[0] < least) {
                    least = errorAndForecast[0];
                    best = errorAndForecast[1];
                }
            }
        }
        return best;
    }

    private static double[] tsb(double[] history, double sizeWeight, double chanceWeight) {
        double sum = 0;
        int sold = 0;
        for (double value : history) {
            sum += value;
            sold += value == 0 ? 0 : 1;
        }
        if (sold == 0) {
            return new double[] {0, 0};
        }
        double size = sum / sold;
        double chance = (double) sold / history.length;
        double error = 0;
        for (double value : history) {
            double miss = value - size * chance;
            error += miss * miss;
            if (value == 0) {
                chance -= chanceWeight * chance;
            } else {
                chance += chanceWeight * (1 - chance);
                size += sizeWeight * (value - size);
            }
        }
        return new double[] {error, size * chance};
    }
}
