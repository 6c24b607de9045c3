package dev.nextcart.models.forecast;

import java.util.List;

/**
 * What the network takes and gives.
 *
 * @param season periods in a season, 1 for none
 * @param lookback periods of history in a window
 * @param horizon periods of one answer
 * @param anchors simple forecasts that are part of the input: the network corrects them
 * @param covariates in the order of the input
 */
public record ForecastShape(
        int season, int lookback, int horizon, List<Baseline> anchors, List<CovariateScale> covariates) {
    /** Share of the window filled, share of zeros, spread over size, log size. */
    static final int FEATURES = 4;

    public ForecastShape {
        anchors = List.copyOf(anchors);
        covariates = List.copyOf(covariates);
    }

    /** Numbers of one input. */
    public int width() {
        return anchorsAt() + anchors.size() * horizon;
    }

    /** Where the features begin. */
    public int featuresAt() {
        return lookback;
    }

    /** Where the covariates begin: of each one horizon of history and one of what is to come. */
    int covariatesAt() {
        return featuresAt() + FEATURES;
    }

    /** Where the anchors begin, one horizon each. */
    public int anchorsAt() {
        return covariatesAt() + covariates.size() * 2 * horizon;
    }

    /** Below so many periods a network has too little to go by. */
    public int shortest() {
        return Math.max(4, Math.min(season, lookback / 2));
    }
}
