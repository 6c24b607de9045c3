package dev.nextcart.endpoint;

import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.Predictor;
import dev.nextcart.models.churn.ChurnPredictor;
import dev.nextcart.models.forecast.ForecastPredictor;
import dev.nextcart.models.recommend.RecommendPredictor;
import dev.nextcart.models.sentiment.SentimentPredictor;
import jakarta.enterprise.context.ApplicationScoped;

/** Each task's own. */
@ApplicationScoped
class ServedPredictors implements Predictors {
    @Override
    public Predictor<?, ?> open(ModelFolder folder) {
        Task task = folder.card().task();
        return switch (task) {
            case RECOMMEND -> RecommendPredictor.open(folder);
            case FORECAST -> ForecastPredictor.open(folder);
            case CHURN -> ChurnPredictor.open(folder);
            case SENTIMENT -> SentimentPredictor.open(folder);
        };
    }
}
