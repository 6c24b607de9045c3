package dev.nextcart.models.recommend;

import dev.nextcart.inference.NewItem;
import dev.nextcart.inference.RecommendInstance;
import dev.nextcart.inference.Recommendations;
import dev.nextcart.inference.Recommendations.Recommended;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Blends, filters and ranks one shopper's scores, and says why. */
final class Ranking {
    private final Catalogue catalogue;
    private final Tables tables;
    private final Blend blend;
    private final Optional<NewItems> newItems;
    private final Reasons reasons;
    private final float[] popularity;
    private final float usualPopularity;

    Ranking(Catalogue catalogue, Tables tables, Blend blend, Optional<NewItems> newItems) {
        this.catalogue = catalogue;
        this.tables = tables;
        this.blend = blend;
        this.newItems = newItems;
        this.reasons = new Reasons(catalogue, tables, blend);
        this.popularity = new float[catalogue.size()];
        double sum = 0;
        for (int item = 0; item < popularity.length; item++) {
            popularity[item] = Blend.popularity(tables.shares()[item]);
            sum += popularity[item];
        }
        this.usualPopularity = (float) (sum / popularity.length);
    }

    /** Arrays as large as the catalogue, for one batch of one thread. */
    static final class Workspace {
        private final Blend.Evidence evidence;

        private Workspace(int catalogue) {
            evidence = new Blend.Evidence(catalogue);
        }
    }

    Workspace workspace() {
        return new Workspace(catalogue.size());
    }

    boolean ranksNewItems() {
        return newItems.isPresent();
    }

    /** For a history of which nothing is known: what most want. New items stand where the usual item does. */
    Recommendations popular(RecommendInstance instance) {
        Set<Integer> barred = barred(instance);
        TopItems top = new TopItems(instance.k());
        offer(top, barred, popularity, 0);
        List<NewItem> fresh = fresh(instance);
        for (int index = 0; index < fresh.size(); index++) {
            top.offer(catalogue.size() + index, usualPopularity);
        }
        List<Recommended> items = new ArrayList<>();
        for (int item : top.best()) {
            boolean known = item < catalogue.size();
            items.add(new Recommended(
                    known
                            ? catalogue.id(item)
                            : fresh.get(item - catalogue.size()).itemId(),
                    known ? popularity[item] : usualPopularity,
                    Reasons.POPULAR));
        }
        return new Recommendations(items, "popularity", catalogue.unknown(instance.history()));
    }

    /**
     * @param history not empty
     * @param row of the answer; its scores are changed
     */
    Recommendations rank(
            RecommendInstance instance, History history, NetworkAnswer answer, int row, Workspace workspace) {
        float[] scores = answer.scores();
        int offset = row * catalogue.size();
        Blend.Evidence evidence = workspace.evidence;
        evidence.gather(tables, history, blend);
        evidence.addTo(scores, offset, blend);
        addPopularity(scores, offset);
        TopItems top = new TopItems(instance.k());
        offer(top, barred(instance), scores, offset);
        List<NewItem> fresh = fresh(instance);
        float[] freshScores = freshScores(fresh, answer, row);
        for (int index = 0; index < freshScores.length; index++) {
            top.offer(catalogue.size() + index, freshScores[index]);
        }
        List<Recommended> items = new ArrayList<>();
        for (int item : top.best()) {
            int index = item - catalogue.size();
            items.add(
                    index < 0
                            ? new Recommended(
                                    catalogue.id(item),
                                    scores[offset + item],
                                    reasons.of(item, history, evidence, scores[offset + item]))
                            : new Recommended(
                                    fresh.get(index).itemId(), freshScores[index], reasons.similarText(history)));
        }
        return new Recommendations(items, blend.method(), catalogue.unknown(instance.history()));
    }

    private void addPopularity(float[] scores, int offset) {
        float weight = (float) blend.popularity();
        if (weight > 0) {
            for (int item = 0; item < popularity.length; item++) {
                scores[offset + item] += weight * popularity[item];
            }
        }
    }

    private void offer(TopItems top, Set<Integer> barred, float[] scores, int offset) {
        for (int item = 0; item < catalogue.size(); item++) {
            float score = scores[offset + item];
            if (top.wants(score) && !barred.contains(item)) {
                top.offer(item, score);
            }
        }
    }

    private Set<Integer> barred(RecommendInstance instance) {
        Set<Integer> barred = new HashSet<>();
        instance.exclude().forEach(id -> catalogue.number(id).ifPresent(barred::add));
        if (instance.excludeSeen()) {
            instance.history().forEach(each -> catalogue.number(each.itemId()).ifPresent(barred::add));
        }
        return barred;
    }

    /** Those that the model does not know already and that no filter bars. */
    private List<NewItem> fresh(RecommendInstance instance) {
        if (instance.newItems().isEmpty()) {
            return List.of();
        }
        Set<String> barred = new HashSet<>(instance.exclude());
        if (instance.excludeSeen()) {
            instance.history().forEach(each -> barred.add(each.itemId()));
        }
        return instance.newItems().stream()
                .filter(item -> catalogue.number(item.itemId()).isEmpty() && barred.add(item.itemId()))
                .toList();
    }

    /** What the network says of their vectors; in popularity they count as the usual item. */
    private float[] freshScores(List<NewItem> fresh, NetworkAnswer answer, int row) {
        float[] scores = new float[fresh.size()];
        if (fresh.isEmpty()) {
            return scores;
        }
        List<float[]> vectors = newItems.orElseThrow().vectors(fresh);
        for (int index = 0; index < scores.length; index++) {
            scores[index] = answer.score(row, vectors.get(index)) + (float) blend.popularity() * usualPopularity;
        }
        return scores;
    }
}
