package dev.nextcart.training.recommend;

import dev.nextcart.inference.Interaction;
import dev.nextcart.inference.Outcome;
import dev.nextcart.inference.RecommendInstance;
import dev.nextcart.inference.Recommendations;
import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelException;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.recommend.Actions;
import dev.nextcart.models.recommend.History;
import dev.nextcart.models.recommend.RecommendPredictor;
import dev.nextcart.models.recommend.Tables;
import dev.nextcart.training.Progress;
import dev.nextcart.training.cli.Report;
import dev.nextcart.training.recommend.LeaveOneOut.Case;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Asks a published version, as the endpoint would, for the last item of each shopper. */
final class StoredVersion {
    private static final int ROWS = 64;

    private StoredVersion() {}

    static Report evaluate(Path path, SequenceData data, String file, long seed, Progress progress) {
        ModelFolder folder = ModelFolder.open(path);
        if (folder.card().task() != Task.RECOMMEND) {
            throw new ModelException(
                    path + " is a model of " + folder.card().task().wireName());
        }
        progress.say("Note: a version has learnt all of its own data, last items too. On that data these figures say"
                + " nothing; bring later or other shoppers.");
        LeaveOneOut split = LeaveOneOut.of(data.histories());
        Tables trained = Tables.learn(data.catalogue(), split.train());
        Tables validated = Tables.learn(data.catalogue(), split.trainAndValidation());
        RankingMetrics metrics = new RankingMetrics(seed);
        try (RecommendPredictor predictor = RecommendPredictor.open(folder)) {
            List<Case> cases = split.test();
            for (int from = 0; from < cases.size(); from += ROWS) {
                List<Case> part = cases.subList(from, Math.min(cases.size(), from + ROWS));
                List<Outcome<Recommendations>> outcomes = predictor.predict(part.stream()
                        .map(each -> instance(each.history(), data.catalogue()))
                        .toList());
                for (int row = 0; row < part.size(); row++) {
                    metrics.add(rank(
                            outcomes.get(row),
                            data.catalogue().get(part.get(row).target())));
                }
            }
        }
        return new Report(
                Task.RECOMMEND,
                file,
                folder.card().version(),
                metrics.values(),
                new Baselines(split, trained, seed).test(validated),
                seed,
                folder.card().trainSeconds());
    }

    private static RecommendInstance instance(History history, List<String> ids) {
        List<Interaction> interactions = IntStream.range(
                        Math.max(0, history.size() - RecommendInstance.MAX_HISTORY), history.size())
                .mapToObj(at -> new Interaction(
                        ids.get(history.items()[at]), Actions.of(history.actions()[at]), Optional.empty()))
                .toList();
        return new RecommendInstance(interactions, RecommendInstance.MAX_K, Set.of(), true, List.of());
    }

    /** Below the longest list that can be asked for, the rank is taken as infinite. */
    private static int rank(Outcome<Recommendations> outcome, String target) {
        List<Recommendations.Recommended> items = outcome.map(Recommendations::items, refused -> List.of());
        return 1
                + IntStream.range(0, items.size())
                        .filter(place -> items.get(place).itemId().equals(target))
                        .findFirst()
                        .orElse(Integer.MAX_VALUE - 1);
    }
}
