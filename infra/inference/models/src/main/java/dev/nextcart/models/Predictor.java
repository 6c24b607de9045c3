package dev.nextcart.models;

import dev.nextcart.inference.Answer;
import dev.nextcart.inference.Instance;
import dev.nextcart.inference.Outcome;
import java.util.List;

/** A loaded model version. Safe for use by many threads; {@link #close} frees native memory and comes after the last use. */
public interface Predictor<Q extends Instance, A extends Answer> extends AutoCloseable {
    /** One outcome per instance and in their order; a bad instance fails alone. */
    List<Outcome<A>> predict(List<Q> instances);

    @Override
    void close();
}
