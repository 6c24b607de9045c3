package dev.nextcart.training.sentiment;

import dev.nextcart.models.sentiment.NGrams;
import java.util.List;

/** Half a head: what can be fitted alone. */
enum Part {
    /** The encoder's vector. */
    DENSE {
        @Override
        List<Double> costs() {
            return List.of(0.3, 1.0, 3.0, 10.0, 30.0);
        }

        @Override
        Head fit(Examples examples, int[] members, double cost, long seed) {
            try (DenseScorer scorer = new DenseScorer(examples.dense(), members)) {
                double[] fitted = Logistic.fit(scorer, examples.labels(members), cost);
                float[] weights = new float[scorer.weights()];
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = (float) fitted[i];
                }
                return new Head(
                        weights,
                        Hidden.NONE,
                        new float[NGrams.BUCKETS],
                        new float[NGrams.BUCKETS],
                        (float) fitted[weights.length],
                        describe(cost));
            }
        }
    },

    /** A hidden layer over the encoder's vector; takes many examples. */
    HIDDEN {
        @Override
        List<Double> costs() {
            return List.of(1.0);
        }

        // Its own trainer holds it back, not the cost.
        @Override
        Head fit(Examples examples, int[] members, double cost, long seed) {
            HiddenTrainer.Trained trained = new HiddenTrainer(seed).train(examples, members);
            return Head.constant(examples.dense()[members[0]].length, trained.intercept(), "hidden layer")
                    .with(trained.hidden());
        }
    },

    /** N-grams, scaled by how telling they are. */
    GRAMS {
        @Override
        List<Double> costs() {
            return List.of(1.0, 3.0, 10.0, 30.0);
        }

        @Override
        Head fit(Examples examples, int[] members, double cost, long seed) {
            float[] telling = GramScales.telling(examples.sparse(), examples.labels(), members);
            return grams(examples, members, telling, cost, describe(cost));
        }
    };

    /** To choose from: unit vectors are held back heavily by the first and hardly by the last. */
    abstract List<Double> costs();

    /** @param seed of what is random in it */
    abstract Head fit(Examples examples, int[] members, double cost, long seed);

    String describe(double cost) {
        return (this == GRAMS ? "n-grams" : "encoder") + " (cost " + (int) cost + ")";
    }

    /** Also the baseline, with plain TF-IDF: all n-grams as telling as others. */
    static Head grams(Examples examples, int[] members, float[] telling, double cost, String name) {
        float[] scales = GramScales.inverseFrequencies(examples.sparse(), members);
        SparseScorer scorer = new SparseScorer(examples.sparse(), members, scales, telling);
        double[] fitted = Logistic.fit(scorer, examples.labels(members), cost);
        int width = examples.dense()[members[0]].length;
        return new Head(
                new float[width],
                Hidden.NONE,
                scales,
                scorer.byBucket(fitted),
                (float) fitted[fitted.length - 1],
                name);
    }
}
