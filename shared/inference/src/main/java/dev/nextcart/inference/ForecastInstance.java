package dev.nextcart.inference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How much of a product will be asked for?
 *
 * @param seriesId for the answer's reader; the model need not know it
 * @param period the length of one period; empty says that the model's own is meant
 * @param values demand of each period, oldest first, 1..{@value #MAX_PERIODS}, finite, &gt;= 0 for demand (others are
 *     forecast all the same)
 * @param horizon periods to come, 1..{@value #MAX_HORIZON}
 */
public record ForecastInstance(
        String seriesId, Optional<Period> period, List<Double> values, int horizon, List<Covariate> covariates)
        implements Instance {
    public static final int MAX_PERIODS = 20_000;
    public static final int MAX_HORIZON = 366;
    private static final int MAX_COVARIATES = 16;

    /** On the wire: lower case. */
    public enum Period {
        HOUR(24),
        DAY(7),
        WEEK(52),
        MONTH(12);

        private final int season;

        Period(int season) {
            this.season = season;
        }

        /** The usual season in periods: a day of hours, a week of days, a year of weeks or months. */
        public int season() {
            return season;
        }

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ForecastInstance {
        Rules.id("seriesId", seriesId);
        values = Rules.finite("values", values, 1, MAX_PERIODS);
        Rules.range("horizon", horizon, 1, MAX_HORIZON);
        covariates = Rules.list("covariates", covariates, 0, MAX_COVARIATES);
        for (Covariate covariate : covariates) {
            Rules.range(
                    "covariates." + covariate.name() + ".size",
                    covariate.values().size(),
                    values.size() + horizon,
                    values.size() + horizon);
        }
    }

    @Override
    public Task task() {
        return Task.FORECAST;
    }
}
