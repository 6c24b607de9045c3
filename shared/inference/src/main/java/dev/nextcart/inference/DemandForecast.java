package dev.nextcart.inference;

import java.util.List;

/**
 * Demand of each period to come, in the units of the history.
 *
 * @param low 10 % quantile of each period
 * @param median 50 % quantile
 * @param high 90 % quantile; low &lt;= median &lt;= high in each period
 */
public record DemandForecast(String seriesId, List<Double> low, List<Double> median, List<Double> high, String method)
        implements Answer {
    public DemandForecast {
        Rules.id("seriesId", seriesId);
        low = Rules.finite("p10", low, 1, ForecastInstance.MAX_HORIZON);
        median = Rules.finite("p50", median, low.size(), low.size());
        high = Rules.finite("p90", high, low.size(), low.size());
        for (int step = 0; step < low.size(); step++) {
            if (low.get(step) > median.get(step) || median.get(step) > high.get(step)) {
                throw new InvalidInstanceException("p10, p50, p90 cross in period " + step);
            }
        }
        Rules.notBlank("method", method);
    }

    @Override
    public Task task() {
        return Task.FORECAST;
    }
}
