package dev.nextcart.endpoint;

import dev.nextcart.models.ModelException;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.Predictor;
import jakarta.enterprise.context.ApplicationScoped;

/** Each task's own. */
@ApplicationScoped
class ServedPredictors implements Predictors {
    @Override
    public Predictor<?, ?> open(ModelFolder folder) {
        throw new ModelException(folder.card().task() + ": not yet");
    }
}
