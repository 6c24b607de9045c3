package dev.nextcart.training.forecast;

import dev.nextcart.models.forecast.Baseline;
import dev.nextcart.models.forecast.Quantiles;
import dev.nextcart.models.forecast.SeasonalScale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How good forecasts of a set are, each measure averaged over a series' periods, then over series.
 *
 * @param smape 0..200, in %, as in M4: 200 |y - f| / (|y| + |f|), 0 where both are zero
 * @param mase absolute error over that of seasonal naive within the training part; series without such a scale are left out
 * @param owa mean of smape and mase, each over that of Naive2 on the same series
 * @param pinball mean pinball loss at 10, 50 and 90 %, over the same scale as mase
 * @param coverage share 0..1 of periods that lie within the interval from 10 to 90 %
 */
record Scores(double smape, double mase, double owa, double pinball, double coverage) {
    static Scores of(SeriesSet set, List<Quantiles> forecasts) {
        Sums sums = Sums.of(set, index -> forecasts.get(index));
        Sums naive2 = Sums.of(set, index -> {
            Series series = set.series().get(index);
            return Quantiles.point(Baseline.NAIVE2.forecast(series.train(), set.season(), series.test().length));
        });
        return new Scores(
                sums.smape,
                sums.mase,
                (sums.smape / naive2.smape + sums.mase / naive2.mase) / 2,
                sums.pinball,
                sums.coverage);
    }

    /** By the names that reports use. */
    Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("sMAPE", smape);
        metrics.put("MASE", mase);
        metrics.put("OWA", owa);
        metrics.put("pinball", pinball);
        metrics.put("coverage80", coverage);
        return metrics;
    }

    static double smape(double[] actual, double[] forecast) {
        double sum = 0;
        for (int step = 0; step < actual.length; step++) {
            double size = Math.abs(actual[step]) + Math.abs(forecast[step]);
            sum += size == 0 ? 0 : 200 * Math.abs(actual[step] - forecast[step]) / size;
        }
        return sum / actual.length;
    }

    static double absoluteError(double[] actual, double[] forecast) {
        double sum = 0;
        for (int step = 0; step < actual.length; step++) {
            sum += Math.abs(actual[step] - forecast[step]);
        }
        return sum / actual.length;
    }

    private record Sums(double smape, double mase, double pinball, double coverage) {
        static Sums of(SeriesSet set, Function<Integer, Quantiles> forecasts) {
            double smape = 0;
            double mase = 0;
            double pinball = 0;
            double within = 0;
            int scaled = 0;
            int all = set.series().size();
            for (int index = 0; index < all; index++) {
                Series series = set.series().get(index);
                Quantiles rows = forecasts.apply(index);
                double scale = SeasonalScale.of(series.train(), series.train().length, set.season());
                smape += Scores.smape(series.test(), rows.median()) / all;
                within += rows.within(series.test()) / all;
                if (scale > 0) {
                    mase += absoluteError(series.test(), rows.median()) / scale;
                    pinball += rows.pinball(series.test()) / scale;
                    scaled++;
                }
            }
            return new Sums(smape, mase / Math.max(1, scaled), pinball / Math.max(1, scaled), within);
        }
    }
}
