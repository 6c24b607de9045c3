package dev.nextcart.models.forecast;

import java.util.Arrays;

/**
 * A simple method that needs no training: one number for each period to come. Where a history is too short for a method,
 * the next simpler one answers in its place; no method throws for a finite history of one period or more.
 */
public enum Baseline {
    /** The last value again. */
    NAIVE("naive") {
        @Override
        double[] raw(double[] history, int season, int horizon) {
            return filled(history[history.length - 1], horizon);
        }
    },
    /** The value of one season ago. */
    SEASONAL_NAIVE("seasonal-naive") {
        @Override
        double[] raw(double[] history, int season, int horizon) {
            if (history.length < season) {
                return NAIVE.raw(history, season, horizon);
            }
            double[] forecast = new double[horizon];
            for (int step = 0; step < horizon; step++) {
                forecast[step] = history[history.length - season + step % season];
            }
            return forecast;
        }
    },
    /** The mean of all that was seen. */
    MEAN("mean") {
        @Override
        double[] raw(double[] history, int season, int horizon) {
            return filled(Arrays.stream(history).average().orElse(0), horizon);
        }
    },
    /** Naive on the seasonally adjusted history: the line that M4's OWA is relative to. */
    NAIVE2("naive2") {
        @Override
        double[] raw(double[] history, int season, int horizon) {
            Seasonality seasonality = Seasonality.of(history, season);
            double[] adjusted = seasonality.removedFrom(history);
            return seasonality.addedTo(NAIVE.raw(adjusted, season, horizon), history.length);
        }
    },
    /** {@link Theta}, the winner of M3. */
    THETA("theta") {
        @Override
        double[] raw(double[] history, int season, int horizon) {
            Seasonality seasonality = Seasonality.of(history, season);
            double[] adjusted = seasonality.removedFrom(history);
            return seasonality.addedTo(Theta.forecast(adjusted, horizon), history.length);
        }
    },
    /** Size and waiting time of demand smoothed apart. */
    CROSTON("croston") {
        @Override
        double[] raw(double[] history, int season, int horizon) {
            return filled(IntermittentDemand.croston(history), horizon);
        }
    },
    /** Size and chance of demand smoothed apart: unlike Croston's it falls while nothing sells. */
    TSB("tsb") {
        @Override
        double[] raw(double[] history, int season, int horizon) {
            return filled(IntermittentDemand.tsb(history), horizon);
        }
    };

    private final String wireName;

    Baseline(String wireName) {
        this.wireName = wireName;
    }

    /** As an answer and a report name it. */
    public String wireName() {
        return wireName;
    }

    /**
     * @throws IllegalArgumentException if no method is called so
     */
    public static Baseline named(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no simple method is called \"" + wireName + "\""));
    }

    /** The same with an interval from its own errors in this history. */
    public Quantiles quantiles(double[] history, int season, int horizon) {
        return OwnResiduals.about(this, history, season, horizon);
    }

    /**
     * @param history oldest first, at least one period, finite
     * @param season periods in a season, 1 for none
     * @param horizon periods to come, at least 1
     * @return one finite number a period; not below zero unless the history is
     */
    public double[] forecast(double[] history, int season, int horizon) {
        if (history.length == 0 || season < 1 || horizon < 1) {
            throw new IllegalArgumentException(
                    "history of " + history.length + " periods, season " + season + ", horizon " + horizon);
        }
        double[] forecast = raw(history, season, horizon);
        boolean negative = Arrays.stream(history).anyMatch(value -> value < 0);
        for (int step = 0; step < horizon && !negative; step++) {
            forecast[step] = Math.max(0, forecast[step]);
        }
        return forecast;
    }

    abstract double[] raw(double[] history, int season, int horizon);

    private static double[] filled(double value, int horizon) {
        double[] forecast = new double[horizon];
        Arrays.fill(forecast, value);
        return forecast;
    }
}
