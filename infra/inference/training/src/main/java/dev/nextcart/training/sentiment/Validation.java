package dev.nextcart.training.sentiment;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Training examples set apart to choose by: few are dealt out in five, so that each helps; of many one part in six is enough. */
final class Validation {
    static final int FEW = 5_000;

    private static final int FOLDS_OF_FEW = 5;
    private static final int FOLDS_OF_MANY = 6;

    /** A weight or two and hundreds of examples: next to nothing is held back. */
    private static final double BLEND_COST = 1_000;

    /** Scores are kept finite. */
    private static final double SURE = 1e-9;

    private final Examples examples;
    private final int[] members;
    private final Folds folds;
    private final int rounds;
    private final int[] apart;
    private final boolean[] labels;

    Validation(Examples examples, int[] members, long seed) {
        this.examples = examples;
        this.members = members;
        boolean few = members.length < FEW;
        folds = Folds.stratified(examples.labels(members), few ? FOLDS_OF_FEW : FOLDS_OF_MANY, seed);
        rounds = few ? folds.count() : 1;
        apart = few ? IntStream.range(0, members.length).toArray() : folds.in(0);
        labels = examples.labels(outer(apart));
    }

    /**
     * @param scores log odds that it gave the examples set apart
     */
    @SuppressWarnings("ArrayRecordComponent") // lives while a head is trained; nobody compares them
    record Chosen(double cost, double[] scores) {}

    /** The cost with the least loss on examples set apart. */
    Chosen choose(List<Double> costs, BiFunction<int[], Double, Head> fit) {
        Chosen best = new Chosen(Double.NaN, new double[0]);
        double least = Double.POSITIVE_INFINITY;
        for (double cost : costs) {
            Chosen each = new Chosen(cost, scores(fit, cost));
            double loss = loss(each);
            if (loss < least) {
                best = each;
                least = loss;
            }
        }
        return best;
    }

    /** The share of each, then the intercept, as a logistic regression gives them; none counts against itself. */
    double[] blend(List<Chosen> parts) {
        double[][] scores = parts.stream().map(Chosen::scores).toArray(double[][]::new);
        boolean[] used = new boolean[parts.size()];
        Arrays.fill(used, true);
        double[] fitted = Logistic.fit(new FewScorer(scores, used), labels, BLEND_COST);
        for (int part = 0; part < parts.size(); part++) {
            if (fitted[part] < 0) {
                used[part] = false;
                fitted = Logistic.fit(new FewScorer(scores, used), labels, BLEND_COST);
            }
        }
        return fitted;
    }

    private double[] scores(BiFunction<int[], Double, Head> fit, double cost) {
        double[] byPlace = new double[members.length];
        for (int fold = 0; fold < rounds; fold++) {
            Head head = fit.apply(outer(folds.outside(fold)), cost);
            for (int place : folds.in(fold)) {
                double probability =
                        head.probability(examples.dense()[members[place]], examples.sparse()[members[place]]);
                double unsure = Math.clamp(probability, SURE, 1 - SURE);
                byPlace[place] = Math.log(unsure / (1 - unsure));
            }
        }
        return Arrays.stream(apart).mapToDouble(place -> byPlace[place]).toArray();
    }

    /** Once the scores are made probabilities: a cost is not chosen for its scale. */
    private double loss(Chosen part) {
        double[] platt = blend(List.of(part));
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            double probability = Logistic.probability(platt[0] * part.scores()[i] + platt[1]);
            loss -= Math.log(Math.max(labels[i] ? probability : 1 - probability, SURE));
        }
        return loss;
    }

    private int[] outer(int[] places) {
        return Arrays.stream(places).map(place -> members[place]).toArray();
    }
}
