package dev.nextcart.training.sentiment;

import dev.nextcart.models.sentiment.NGrams;
import dev.nextcart.models.sentiment.SparseCounts;
import java.util.Locale;

/**
 * A trained head: {@code sigmoid(dense . denseWeights + hidden(dense) + scaled n-grams of length 1 . gramWeights + intercept)}.
 *
 * @param hidden a layer over the same vector; {@link Hidden#NONE} where it was not worth its while
 * @param scales per bucket
 * @param gramWeights per bucket
 * @param choice what validation chose, for people
 */
@SuppressWarnings("ArrayRecordComponent") // not copied; nobody compares them
record Head(float[] denseWeights, Hidden hidden, float[] scales, float[] gramWeights, float intercept, String choice) {
    /** A head of nothing but an intercept. */
    static Head constant(int width, float intercept, String choice) {
        return new Head(
                new float[width], Hidden.NONE, new float[NGrams.BUCKETS], new float[NGrams.BUCKETS], intercept, choice);
    }

    Head with(Hidden layer) {
        return new Head(denseWeights, layer, scales, gramWeights, intercept, choice);
    }

    /**
     * The sum of this and a share of one part. What this has nothing of is taken over: scales and hidden layer are in one
     * part only.
     */
    Head plus(Head part, double share) {
        boolean hasGrams = part.choice.startsWith("n-grams");
        String also = String.format(Locale.ROOT, "%.2f %s", share, part.choice);
        return new Head(
                sum(denseWeights, part.denseWeights, share),
                part.hidden.units() > 0 ? part.hidden.times(share) : hidden,
                hasGrams ? part.scales : scales,
                sum(gramWeights, part.gramWeights, share),
                (float) (intercept + share * part.intercept),
                choice.isEmpty() ? also : choice + " + " + also);
    }

    private static float[] sum(float[] weights, float[] others, double share) {
        float[] sum = new float[weights.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (weights[i] + share * others[i]);
        }
        return sum;
    }

    double probability(float[] dense, SparseCounts sparse) {
        double score = intercept;
        for (int i = 0; i < dense.length; i++) {
            score += dense[i] * denseWeights[i];
        }
        score += hidden.score(dense);
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < sparse.buckets().length; i++) {
            int bucket = sparse.buckets()[i];
            double value = sparse.weights()[i] * scales[bucket];
            squares += value * value;
            sum += value * gramWeights[bucket];
        }
        return Logistic.probability(score + (squares == 0 ? 0 : sum / Math.sqrt(squares)));
    }

    double[] probabilities(Examples examples, int[] members) {
        double[] probabilities = new double[members.length];
        for (int i = 0; i < members.length; i++) {
            probabilities[i] = probability(examples.dense()[members[i]], examples.sparse()[members[i]]);
        }
        return probabilities;
    }
}
