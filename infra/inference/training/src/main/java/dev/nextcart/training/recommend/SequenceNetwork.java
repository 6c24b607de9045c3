package dev.nextcart.training.recommend;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import dev.nextcart.models.recommend.Actions;
import dev.nextcart.models.recommend.Gaps;
import dev.nextcart.training.net.Parameters;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A causal transformer over (item, action, gap), as SASRec (Kang and McAuley, 2018) but with the norm before each block
 * (Xiong et al., 2020), a learnt attention bias per distance in place of positions (after Raffel et al., 2020: shoppers'
 * newest items matter, not how many came before), and the input's item table as output layer.
 */
final class SequenceNetwork {
    /** As BERT and SASRec begin. */
    private static final double SPREAD = 0.02;

    static final float EPSILON = 1e-5f;

    /** Takes a place out of the softmax; finite, so that no row is ever without a number. */
    static final float MASKED = -1e9f;

    private static final int FEED_FORWARD = 4;

    private final NetworkShape shape;
    private final Parameters parameters;
    private final Regularisation regularisation;

    SequenceNetwork(NetworkShape shape, Parameters parameters, Regularisation regularisation) {
        this.shape = shape;
        this.parameters = parameters;
        this.regularisation = regularisation;
    }

    static void initialise(NetworkShape shape, Parameters parameters) {
        int width = shape.width();
        parameters.normal("items", SPREAD, shape.items(), width);
        parameters.normal("actions", SPREAD, Actions.COUNT, width);
        parameters.normal("gaps", SPREAD, Gaps.BUCKETS, width);
        for (int layer = 0; layer < shape.layers(); layer++) {
            String at = "layer" + layer + ".";
            norm(parameters, at + "attention.norm", width);
            linear(parameters, at + "query", width, width);
            linear(parameters, at + "key", width, width);
            linear(parameters, at + "value", width, width);
            linear(parameters, at + "mix", width, width);
            parameters.zeros(at + "distance", shape.maxLength(), shape.heads());
            norm(parameters, at + "forward.norm", width);
            linear(parameters, at + "widen", width, width * FEED_FORWARD);
            linear(parameters, at + "narrow", width * FEED_FORWARD, width);
        }
        norm(parameters, "norm", width);
    }

    private static void norm(Parameters parameters, String name, int width) {
        parameters.ones(name + ".scale", width);
        parameters.zeros(name + ".shift", width);
    }

    private static void linear(Parameters parameters, String name, int from, int to) {
        parameters.normal(name + ".weight", SPREAD, from, to);
        parameters.zeros(name + ".bias", to);
    }

    /**
     * The hidden states at the batch's places, [places, width]: their dot products with the item table are the scores.
     *
     * @param random of dropped items; null when not training
     */
    NDArray hidden(NDManager manager, Batch batch, @Nullable Random random) {
        boolean training = random != null;
        Shape cells = new Shape(batch.rows(), batch.length());
        NDArray items = rows(manager.create(batch.items(), cells), "items");
        if (random != null && regularisation.itemDropout() > 0) {
            items = items.mul(kept(manager, batch, random));
        }
        NDArray states = items.add(rows(manager.create(batch.actions(), cells), "actions"))
                .add(rows(manager.create(batch.gaps(), cells), "gaps"));
        states = dropout(states, regularisation.dropout(), training);
        for (int layer = 0; layer < shape.layers(); layer++) {
            String at = "layer" + layer + ".";
            NDArray attended = attention(manager, norm(states, at + "attention.norm"), at, batch, training);
            states = states.add(dropout(attended, regularisation.dropout(), training));
            NDArray wide = linear(norm(states, at + "forward.norm"), at + "widen");
            NDArray narrow = linear(
                    dropout(wide.getNDArrayInternal().gelu(), regularisation.dropout(), training), at + "narrow");
            states = states.add(dropout(narrow, regularisation.dropout(), training));
        }
        NDArray flat = states.reshape(-1, shape.width());
        NDArray places = manager.create(batch.places());
        NDArray asked = places.getNDArrayInternal()
                .embedding(places, flat, SparseFormat.DENSE)
                .singletonOrThrow();
        return norm(asked, "norm");
    }

    private NDArray attention(NDManager manager, NDArray states, String at, Batch batch, boolean training) {
        NDArray query = heads(linear(states, at + "query"), batch);
        NDArray key = heads(linear(states, at + "key"), batch);
        NDArray value = heads(linear(states, at + "value"), batch);
        NDArray scores = query.matMul(key.transpose(0, 1, 3, 2)).mul(1 / Math.sqrt(shape.headWidth()));
        NDArray attention = scores.add(bias(manager, at, batch.length())).softmax(-1);
        NDArray mixed =
                dropout(attention, regularisation.attentionDropout(), training).matMul(value);
        return linear(mixed.transpose(0, 2, 1, 3).reshape(batch.rows(), batch.length(), shape.width()), at + "mix");
    }

    /** [rows, length, width] to [rows, heads, length, width of a head]. */
    private NDArray heads(NDArray states, Batch batch) {
        return states.reshape(batch.rows(), batch.length(), shape.heads(), shape.headWidth())
                .transpose(0, 2, 1, 3);
    }

    /** What attention adds for each distance, and takes from what comes later: [1, heads, length, length]. */
    private NDArray bias(NDManager manager, String at, int length) {
        long[] distances = new long[length * length];
        float[] later = new float[length * length];
        for (int from = 0; from < length; from++) {
            for (int to = 0; to < length; to++) {
                distances[from * length + to] = Math.max(0, from - to);
                later[from * length + to] = to > from ? MASKED : 0;
            }
        }
        NDArray byDistance = rows(manager.create(distances, new Shape(length, length)), at + "distance");
        return byDistance
                .transpose(2, 0, 1)
                .reshape(1, shape.heads(), length, length)
                .add(manager.create(later, new Shape(1, 1, length, length)));
    }

    private NDArray rows(NDArray indices, String table) {
        return indices.getNDArrayInternal()
                .embedding(indices, parameters.get(table), SparseFormat.DENSE)
                .singletonOrThrow();
    }

    private NDArray kept(NDManager manager, Batch batch, Random random) {
        float[] kept = new float[batch.items().length];
        for (int cell = 0; cell < kept.length; cell++) {
            kept[cell] = random.nextFloat() < regularisation.itemDropout() ? 0 : 1;
        }
        return manager.create(kept, new Shape(batch.rows(), batch.length(), 1));
    }

    private NDArray norm(NDArray states, String name) {
        return states.getNDArrayInternal()
                .layerNorm(
                        states,
                        new Shape(shape.width()),
                        parameters.get(name + ".scale"),
                        parameters.get(name + ".shift"),
                        EPSILON)
                .singletonOrThrow();
    }

    private NDArray linear(NDArray states, String name) {
        return states.matMul(parameters.get(name + ".weight")).add(parameters.get(name + ".bias"));
    }

    private static NDArray dropout(NDArray states, float rate, boolean training) {
        if (!training || rate == 0) {
            return states;
        }
        return states.getNDArrayInternal().dropout(states, rate, true).singletonOrThrow();
    }
}
