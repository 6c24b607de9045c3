package dev.nextcart.training.sentiment;

import dev.nextcart.models.sentiment.NGrams;
import dev.nextcart.training.sentiment.Validation.Chosen;
import java.util.Locale;

/**
 * Trains a language's head on given examples alone. Each {@link Part}'s cost is chosen by examples set apart inside them;
 * a logistic regression over the parts' scores of those weighs one against the other and makes the sum a probability (Platt
 * 1999). Then both parts are fitted to all.
 */
final class HeadTrainer {
    private final long seed;

    HeadTrainer(long seed) {
        this.seed = seed;
    }

    /**
     * @param members the examples that may be looked at
     */
    Head train(Examples examples, int[] members) {
        Validation validation = new Validation(examples, members, seed);
        Chosen dense = chosen(Part.DENSE, validation, examples);
        Chosen grams = chosen(Part.GRAMS, validation, examples);
        double[] blend = validation.blend(dense, grams);
        return sum(
                Part.DENSE.fit(examples, members, dense.cost()),
                Part.GRAMS.fit(examples, members, grams.cost()),
                blend);
    }

    private static Chosen chosen(Part part, Validation validation, Examples examples) {
        return validation.choose(part.costs(), (inner, cost) -> part.fit(examples, inner, cost));
    }

    /** The baseline: TF-IDF of n-grams under a logistic regression, its cost chosen in the same way. */
    Head baseline(Examples examples, int[] members) {
        Validation validation = new Validation(examples, members, seed);
        Chosen chosen = validation.choose(Part.GRAMS.costs(), (inner, cost) -> plain(examples, inner, cost));
        return plain(examples, members, chosen.cost());
    }

    /** The baseline of baselines: the share of positive examples, whatever the text. */
    static Head majority(Examples examples, int[] members) {
        boolean[] labels = examples.labels(members);
        int positive = 0;
        for (boolean label : labels) {
            positive += label ? 1 : 0;
        }
        return new Head(
                new float[examples.dense()[members[0]].length],
                new float[NGrams.BUCKETS],
                new float[NGrams.BUCKETS],
                (float) Math.log((positive + 1.0) / (labels.length - positive + 1.0)),
                "the share of positives");
    }

    private static Head plain(Examples examples, int[] members, double cost) {
        return Part.grams(examples, members, GramScales.alike(), cost, Part.GRAMS.describe(cost));
    }

    private static Head sum(Head dense, Head grams, double[] blend) {
        return new Head(
                scaled(dense.denseWeights(), blend[0]),
                grams.scales(),
                scaled(grams.gramWeights(), blend[1]),
                (float) (dense.intercept() * blend[0] + grams.intercept() * blend[1] + blend[2]),
                String.format(Locale.ROOT, "%.2f %s + %.2f %s", blend[0], dense.choice(), blend[1], grams.choice()));
    }

    private static float[] scaled(float[] weights, double by) {
        float[] scaled = new float[weights.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (weights[i] * by);
        }
        return scaled;
    }
}
