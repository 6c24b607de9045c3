package dev.nextcart.training.sentiment;

import dev.nextcart.inference.Outcome;
import dev.nextcart.inference.Sentiment;
import dev.nextcart.inference.SentimentInstance;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.sentiment.SentimentPredictor;
import java.util.List;
import java.util.Optional;

/** A published version on reviews, by the very code that serves it. */
final class StoredModel {
    private StoredModel() {}

    /** What it refuses counts as undecided, that is, as wrong in one half of the cases. */
    static Scores judge(ModelFolder folder, Reviews reviews, Optional<String> language) {
        try (SentimentPredictor predictor = SentimentPredictor.open(folder)) {
            List<SentimentInstance> instances = reviews.texts().stream()
                    .map(text -> new SentimentInstance(text, language))
                    .toList();
            List<Outcome<Sentiment>> outcomes = predictor.predict(instances);
            double[] probabilities = outcomes.stream()
                    .mapToDouble(outcome -> outcome.map(Sentiment::probability, refused -> .5))
                    .toArray();
            return Scores.of(probabilities, reviews.labels());
        }
    }
}
