package dev.nextcart.training.sentiment;

import dev.nextcart.models.sentiment.SparseCounts;

/**
 * A trained head: {@code sigmoid(dense . denseWeights + scaled n-grams of length 1 . gramWeights + intercept)}.
 *
 * @param scales per bucket
 * @param gramWeights per bucket
 * @param choice what validation chose, for people
 */
@SuppressWarnings("ArrayRecordComponent") // not copied; nobody compares them
record Head(float[] denseWeights, float[] scales, float[] gramWeights, float intercept, String choice) {
    double probability(float[] dense, SparseCounts sparse) {
        double score = intercept;
        for (int i = 0; i < dense.length; i++) {
            score += dense[i] * denseWeights[i];
        }
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
