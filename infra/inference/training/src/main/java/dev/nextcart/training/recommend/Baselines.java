package dev.nextcart.training.recommend;

import dev.nextcart.models.recommend.Blend;
import dev.nextcart.models.recommend.History;
import dev.nextcart.models.recommend.Scorer;
import dev.nextcart.models.recommend.Tables;
import dev.nextcart.training.recommend.LeaveOneOut.Case;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/** What a model must beat: popularity, item-kNN and sequential rules, their decays chosen on validation. */
final class Baselines {
    private static final double[] RULES_DECAYS = {0, 0.2, 0.35, 0.5, 0.7};
    private static final double[] NEIGHBOURS_DECAYS = {0.5, 0.7, 0.85, 1};

    private final LeaveOneOut split;
    private final long seed;
    private final int catalogue;
    private final double rulesDecay;
    private final double neighboursDecay;

    /**
     * @param trained tables of the training histories
     */
    Baselines(LeaveOneOut split, Tables trained, long seed) {
        this.split = split;
        this.seed = seed;
        this.catalogue = trained.ids().size();
        List<Case> asked =
                split.validation().subList(0, Math.min(split.validation().size(), BlendChoice.MAX_CASES));
        this.rulesDecay = best(RULES_DECAYS, decay -> rules(trained, decay), asked);
        this.neighboursDecay = best(NEIGHBOURS_DECAYS, decay -> neighbours(trained, decay), asked);
    }

    private static Scorer rules(Tables tables, double decay) {
        return Scorer.decayed(tables.rules(), (float) decay, Blend.NEWEST);
    }

    private static Scorer neighbours(Tables tables, double decay) {
        return Scorer.decayed(tables.neighbours(), (float) decay, Blend.NEWEST);
    }

    private double best(double[] decays, DoubleFunction<Scorer> scorer, List<Case> asked) {
        double best = decays[0];
        double reached = -1;
        for (double decay : decays) {
            double ndcg = measure(scorer.apply(decay), asked).ndcg();
            if (ndcg > reached) {
                reached = ndcg;
                best = decay;
            }
        }
        return best;
    }

    /** A blend with these decays and no weights yet. */
    Blend decays() {
        return new Blend(0, rulesDecay, 0, neighboursDecay, 0);
    }

    /**
     * On the test.
     *
     * @param tables of training and validation histories
     */
    Map<String, Map<String, Double>> test(Tables tables) {
        Map<String, Map<String, Double>> values = new LinkedHashMap<>();
        values.put(
                "popularity",
                measure(Scorer.popularity(tables.shares()), split.test()).values());
        values.put(
                "item-knn",
                measure(neighbours(tables, neighboursDecay), split.test()).values());
        values.put(
                "sequential-rules",
                measure(rules(tables, rulesDecay), split.test()).values());
        return values;
    }

    private RankingMetrics measure(Scorer scorer, List<Case> asked) {
        RankingMetrics metrics = new RankingMetrics(seed);
        float[] scores = new float[catalogue];
        for (Case each : asked) {
            History history = each.history();
            scorer.score(history, scores);
            metrics.add(scores, history.items(), each.target());
        }
        return metrics;
    }
}
