package dev.nextcart.training.sentiment;

import dev.nextcart.training.sentiment.Lbfgs.Objective;

/**
 * Logistic regression with an L2 penalty on all weights but the intercept, which is the last number: the sum over examples
 * of ln(1 + exp(-label * score)) plus squares / (2 * cost).
 */
final class Logistic {
    private Logistic() {}

    /** Scores that are linear in the weights. */
    interface Scorer {
        int weights();

        /** Without the intercept. */
        double[] scores(double[] weights);

        /** The sum over examples of {@code errors[i]} times the example, into the first {@link #weights} places. */
        void gradient(double[] errors, double[] into);
    }

    /**
     * @param cost of an example's loss against the penalty; the larger, the less is held back
     * @return weights, then the intercept
     */
    static double[] fit(Scorer scorer, boolean[] labels, double cost) {
        double[] at = new double[scorer.weights() + 1];
        Lbfgs.minimise(objective(scorer, labels, cost), at);
        return at;
    }

    private static Objective objective(Scorer scorer, boolean[] labels, double cost) {
        return (at, gradient) -> {
            double[] scores = scorer.scores(at);
            double intercept = at[at.length - 1];
            double loss = 0;
            double sum = 0;
            double[] errors = new double[labels.length];
            for (int i = 0; i < labels.length; i++) {
                double score = scores[i] + intercept;
                loss += softplus(labels[i] ? -score : score);
                errors[i] = probability(score) - (labels[i] ? 1 : 0);
                sum += errors[i];
            }
            scorer.gradient(errors, gradient);
            for (int i = 0; i < at.length - 1; i++) {
                loss += at[i] * at[i] / (2 * cost);
                gradient[i] += at[i] / cost;
            }
            gradient[at.length - 1] = sum;
            return loss;
        };
    }

    static double probability(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    /** ln(1 + exp(x)) without overflow. */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
