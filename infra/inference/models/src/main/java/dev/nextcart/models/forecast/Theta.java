package dev.nextcart.models.forecast;

/**
 * The Theta method of Assimakopoulos and Nikolopoulos (2000), as M4's benchmark computes it: half the line of trend, half
 * simple exponential smoothing of the line of theta 2. Hyndman and Billah (2003) show it to be smoothing with drift.
 */
final class Theta {
    /** Below this a trend is noise. */
    private static final int SHORTEST = 4;

    private Theta() {}

    /** @param adjusted history without its season */
    static double[] forecast(double[] adjusted, int horizon) {
        int periods = adjusted.length;
        double[] forecast = new double[horizon];
        if (periods < SHORTEST) {
            java.util.Arrays.fill(forecast, adjusted[periods - 1]);
            return forecast;
        }
        double middle = (periods - 1) / 2.0;
        double mean = 0;
        double covariance = 0;
        double variance = 0;
        for (int t = 0; t < periods; t++) {
            mean += adjusted[t] / periods;
            covariance += (t - middle) * adjusted[t];
            variance += (t - middle) * (t - middle);
        }
        double slope = covariance / variance;
        double[] bent = new double[periods];
        for (int t = 0; t < periods; t++) {
            bent[t] = 2 * adjusted[t] - (mean + slope * (t - middle));
        }
        double level = Smoothing.fitted(bent).level();
        for (int step = 0; step < horizon; step++) {
            double line = mean + slope * (periods + step - middle);
            forecast[step] = (line + level) / 2;
        }
        return forecast;
    }
}
