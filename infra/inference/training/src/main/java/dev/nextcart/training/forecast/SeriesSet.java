package dev.nextcart.training.forecast;

import java.util.List;

/**
 * Series of one rhythm.
 *
 * @param name of the files, for reports
 * @param season periods in a season, 1 for none
 * @param horizon periods to forecast: the longest test
 */
record SeriesSet(String name, int season, int horizon, List<Series> series) {
    SeriesSet {
        if (series.isEmpty()) {
            throw new IllegalArgumentException(name + " holds no series of more than one period: nothing to forecast");
        }
        series = List.copyOf(series);
    }

    /** Of all training values, so that a run is resumed on the same data only. */
    String fingerprint() {
        long sum = 1;
        for (Series each : series) {
            sum = sum * 31 + java.util.Arrays.hashCode(each.train());
        }
        return name + " " + season + " " + horizon + " " + Long.toHexString(sum);
    }

    /** One horizon earlier, of those series that are long enough to lose it. */
    SeriesSet validation() {
        List<Series> earlier = series.stream()
                .filter(each -> each.train().length > horizon + Math.max(2, season / 4))
                .map(each -> each.earlier(horizon))
                .toList();
        if (earlier.isEmpty()) {
            throw new IllegalArgumentException(name + " holds no series long enough to validate a horizon of " + horizon
                    + " periods: ask for fewer");
        }
        return new SeriesSet(name, season, horizon, earlier);
    }
}
