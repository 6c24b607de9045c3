package dev.nextcart.endpoint;

import dev.nextcart.inference.Answer;
import dev.nextcart.inference.Instance;
import dev.nextcart.inference.Outcome;
import dev.nextcart.models.ModelCard;
import dev.nextcart.models.Predictor;
import java.util.List;

/** A loaded version, closed when it is no longer served and the last batch that holds it is done. */
final class ServedModel {
    private final ModelCard card;
    private final Predictor<Instance, Answer> predictor;

    /** The slot that serves it holds it once. */
    private int holders = 1;

    @SuppressWarnings("unchecked") // the slot gives a task's predictor instances of that task only
    ServedModel(ModelCard card, Predictor<?, ?> predictor) {
        this.card = card;
        this.predictor = (Predictor<Instance, Answer>) predictor;
    }

    ModelCard card() {
        return card;
    }

    List<Outcome<Answer>> predict(List<Instance> instances) {
        return predictor.predict(instances);
    }

    /** False when it was closed meanwhile: look at the slot again. */
    synchronized boolean hold() {
        if (holders == 0) {
            return false;
        }
        holders++;
        return true;
    }

    synchronized void release() {
        holders--;
        if (holders == 0) {
            predictor.close();
        }
    }
}
