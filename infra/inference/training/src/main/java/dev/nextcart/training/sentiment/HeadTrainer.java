package dev.nextcart.training.sentiment;

import dev.nextcart.training.sentiment.Validation.Chosen;
import java.util.List;

/**
 * Trains a language's head on given examples alone. Each {@link Part}'s cost is chosen by examples set apart inside them;
 * a logistic regression over the parts' scores of those weighs one against the other and makes the sum a probability (Platt
 * 1999). Then the parts are fitted to all.
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
        List<Part> parts = members.length < Validation.FEW
                ? List.of(Part.DENSE, Part.GRAMS)
                : List.of(Part.DENSE, Part.GRAMS, Part.HIDDEN);
        List<Chosen> chosen =
                parts.stream().map(part -> chosen(part, validation, examples)).toList();
        double[] blend = validation.blend(chosen);
        Head head = Head.constant(examples.dense()[members[0]].length, (float) blend[parts.size()], "");
        for (int i = 0; i < parts.size(); i++) {
            if (blend[i] > 0) {
                head = head.plus(
                        parts.get(i).fit(examples, members, chosen.get(i).cost(), seed), blend[i]);
            }
        }
        return head;
    }

    private Chosen chosen(Part part, Validation validation, Examples examples) {
        return validation.choose(part.costs(), (inner, cost) -> part.fit(examples, inner, cost, seed));
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
        return Head.constant(
                examples.dense()[members[0]].length,
                (float) Math.log((positive + 1.0) / (labels.length - positive + 1.0)),
                "the share of positives");
    }

    private static Head plain(Examples examples, int[] members, double cost) {
        return Part.grams(examples, members, GramScales.alike(), cost, Part.GRAMS.describe(cost));
    }
}
