package dev.nextcart.models.forecast;

import dev.nextcart.inference.Covariate;
import dev.nextcart.inference.DemandForecast;
import dev.nextcart.inference.ForecastInstance;
import dev.nextcart.inference.Outcome;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.Predictor;
import dev.nextcart.models.forecast.Forecasts.Forecast;
import dev.nextcart.models.forecast.Forecasts.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Demand forecasts of a model version. Global: it knows no product by name, a history is all it needs, and covariates that it
 * was not trained with are passed over.
 */
public final class ForecastPredictor implements Predictor<ForecastInstance, DemandForecast> {
    private final OnnxModel model;
    private final ForecastSettings settings;
    private final Forecasts forecasts;

    private ForecastPredictor(OnnxModel model, ForecastSettings settings) {
        this.model = model;
        this.settings = settings;
        this.forecasts = new Forecasts(settings, ForecastNetwork.of(model, settings.shape()));
    }

    /**
     * @throws dev.nextcart.models.ModelException if the folder holds no forecast that this version can serve
     */
    public static ForecastPredictor open(ModelFolder folder) {
        ForecastSettings settings = ForecastSettings.read(folder.card().settings());
        return new ForecastPredictor(OnnxModel.open(folder.file(ModelFolder.NETWORK)), settings);
    }

    @Override
    public List<Outcome<DemandForecast>> predict(List<ForecastInstance> instances) {
        List<Forecast> answers =
                forecasts.of(instances.stream().map(this::question).toList());
        List<Outcome<DemandForecast>> outcomes = new ArrayList<>(instances.size());
        for (int index = 0; index < instances.size(); index++) {
            outcomes.add(outcome(instances.get(index), answers.get(index)));
        }
        return outcomes;
    }

    private Question question(ForecastInstance instance) {
        double[] values =
                instance.values().stream().mapToDouble(Double::doubleValue).toArray();
        Map<String, double[]> covariates = new HashMap<>();
        for (Covariate covariate : instance.covariates()) {
            covariates.put(
                    covariate.name(),
                    covariate.values().stream().mapToDouble(Double::doubleValue).toArray());
        }
        int season = instance.period()
                .map(period -> seasonOf(period))
                .orElse(settings.shape().season());
        return new Question(new History(values, covariates), season, instance.horizon());
    }

    /** A model trained without a season serves any rhythm that has none as well: it looks at the window alone. */
    private int seasonOf(ForecastInstance.Period period) {
        return settings.shape().season() == 1 ? 1 : period.season();
    }

    private static Outcome<DemandForecast> outcome(ForecastInstance instance, Forecast forecast) {
        Quantiles quantiles = forecast.quantiles();
        if (!Double.isFinite(Arrays.stream(quantiles.high()).sum()
                + Arrays.stream(quantiles.low()).sum())) {
            return Outcome.noAnswer("values: too large to forecast with finite numbers");
        }
        return Outcome.answered(new DemandForecast(
                instance.seriesId(),
                list(quantiles.low()),
                list(quantiles.median()),
                list(quantiles.high()),
                forecast.method()));
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    @Override
    public void close() {
        model.close();
    }
}
