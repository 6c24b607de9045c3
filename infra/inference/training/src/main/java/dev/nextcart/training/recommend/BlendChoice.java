package dev.nextcart.training.recommend;

import dev.nextcart.models.recommend.Blend;
import dev.nextcart.models.recommend.Tables;
import dev.nextcart.models.recommend.TopItems;
import dev.nextcart.training.recommend.LeaveOneOut.Case;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the blend's weights on validation cases: one weight after the other over a grid, in rounds, by NDCG@10. Of each case
 * only the items are kept that any part ranks high: others reach no list of ten.
 */
final class BlendChoice {
    /** Bounds memory: some 6 kB a case. */
    static final int MAX_CASES = 8_000;

    private static final int KEPT = 120;
    private static final int ROUNDS = 3;
    private static final double[] WEIGHTS = {
        0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.5, 2, 3
    };
    private static final double[] POPULARITY = {0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5};

    private final Tables tables;
    private final Blend first;
    private final Blend.Evidence evidence;
    private final List<Asked> cases = new ArrayList<>();

    /** The items that may win, the target in front: what each part says of them. */
    @SuppressWarnings("ArrayRecordComponent") // bulk data, not copied; nobody compares them
    private record Asked(float[] network, float[] rules, float[] neighbours, float[] popularity) {}

    /**
     * @param tables of the training histories
     * @param first has the decays, which stay
     */
    BlendChoice(Tables tables, Blend first) {
        this.tables = tables;
        this.first = first;
        this.evidence = new Blend.Evidence(tables.ids().size());
    }

    /**
     * Takes a case.
     *
     * @param scores the network's log-probabilities
     */
    void add(Case asked, float[] scores) {
        evidence.gather(tables, asked.history(), first);
        int[] seen = asked.history().items();
        boolean[] out = new boolean[scores.length];
        for (int item : seen) {
            out[item] = true;
        }
        out[asked.target()] = true;
        List<Integer> kept = new ArrayList<>(3 * KEPT);
        kept.add(asked.target());
        take(scores.length, item -> scores[item], out, kept);
        take(scores.length, evidence::rules, out, kept);
        take(scores.length, evidence::neighbours, out, kept);
        float[] network = new float[kept.size()];
        float[] rules = new float[network.length];
        float[] neighbours = new float[network.length];
        float[] popularity = new float[network.length];
        for (int index = 0; index < network.length; index++) {
            int item = kept.get(index);
            network[index] = scores[item];
            rules[index] = Blend.boost(evidence.rules(item));
            neighbours[index] = Blend.boost(evidence.neighbours(item));
            popularity[index] = Blend.popularity(tables.shares()[item]);
        }
        cases.add(new Asked(network, rules, neighbours, popularity));
    }

    private static void take(int items, IntToFloat score, boolean[] out, List<Integer> kept) {
        TopItems top = new TopItems(KEPT);
        for (int item = 0; item < items; item++) {
            float value = score.of(item);
            if (value != 0 && !out[item] && top.wants(value)) {
                top.offer(item, value);
            }
        }
        for (int item : top.best()) {
            out[item] = true;
            kept.add(item);
        }
    }

    @FunctionalInterface
    private interface IntToFloat {
        float of(int item);
    }

    Blend choose() {
        Blend best = first;
        double reached = ndcg(best);
        for (int round = 0; round < ROUNDS; round++) {
            for (int part = 0; part < 3; part++) {
                for (double weight : part == 2 ? POPULARITY : WEIGHTS) {
                    Blend tried = with(best, part, weight);
                    double ndcg = ndcg(tried);
                    if (ndcg > reached) {
                        reached = ndcg;
                        best = tried;
                    }
                }
            }
        }
        return best;
    }

    private static Blend with(Blend blend, int part, double weight) {
        return switch (part) {
            case 0 ->
                new Blend(weight, blend.rulesDecay(), blend.neighbours(), blend.neighboursDecay(), blend.popularity());
            case 1 -> new Blend(blend.rules(), blend.rulesDecay(), weight, blend.neighboursDecay(), blend.popularity());
            default ->
                new Blend(blend.rules(), blend.rulesDecay(), blend.neighbours(), blend.neighboursDecay(), weight);
        };
    }

    /** NDCG@10 over the cases taken. */
    double ndcg(Blend blend) {
        RankingMetrics metrics = new RankingMetrics(0);
        for (Asked each : cases) {
            double own = score(blend, each, 0);
            int rank = 1;
            for (int index = 1; index < each.network().length; index++) {
                rank += score(blend, each, index) > own ? 1 : 0;
            }
            metrics.add(rank);
        }
        return metrics.ndcg();
    }

    private static double score(Blend blend, Asked each, int index) {
        return each.network()[index]
                + blend.rules() * each.rules()[index]
                + blend.neighbours() * each.neighbours()[index]
                + blend.popularity() * each.popularity()[index];
    }
}
