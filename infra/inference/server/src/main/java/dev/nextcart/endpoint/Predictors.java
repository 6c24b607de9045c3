package dev.nextcart.endpoint;

import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.Predictor;

/** Loads a version for serving. */
interface Predictors {
    /**
     * @throws dev.nextcart.models.ModelException if it cannot be used
     */
    Predictor<?, ?> open(ModelFolder folder);
}
