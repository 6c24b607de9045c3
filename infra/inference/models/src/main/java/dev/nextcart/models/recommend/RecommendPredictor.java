package dev.nextcart.models.recommend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.inference.Outcome;
import dev.nextcart.inference.RecommendInstance;
import dev.nextcart.inference.Recommendations;
import dev.nextcart.models.ModelException;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.Predictor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Recommends by network and tables together; by popularity, named as such, where nothing of the history is known. A whole
 * batch takes one run of the network.
 */
public final class RecommendPredictor implements Predictor<RecommendInstance, Recommendations> {
    /** Rows of one run: 64 rows of scores for 100,000 items are 26 MB. */
    private static final int MAX_ROWS = 64;

    private static final int MAX_LENGTH = 10_000;

    private final OnnxModel network;
    private final Catalogue catalogue;
    private final Ranking ranking;
    private final int maxLength;

    private RecommendPredictor(OnnxModel network, Catalogue catalogue, Ranking ranking, int maxLength) {
        this.network = network;
        this.catalogue = catalogue;
        this.ranking = ranking;
        this.maxLength = maxLength;
    }

    /** The settings of a model card, as {@link #open} reads them. */
    public static ObjectNode settings(Blend blend, int maxLength) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode().put("maxLength", maxLength);
        settings.set("blend", blend.json());
        return settings;
    }

    /**
     * Without an embedder: instances with new items are refused.
     *
     * @throws ModelException if a file is missing or damaged
     */
    public static RecommendPredictor open(ModelFolder folder) {
        return open(folder, Optional.empty());
    }

    /**
     * @param embedder of texts, the one that the version was trained with
     * @throws ModelException if a file is missing or damaged
     */
    public static RecommendPredictor open(ModelFolder folder, Optional<Function<String, float[]>> embedder) {
        JsonNode settings = folder.card().settings();
        int maxLength = settings.path("maxLength").asInt();
        if (maxLength < 1 || maxLength > MAX_LENGTH) {
            throw new ModelException(
                    "settings.maxLength: " + settings.path("maxLength") + " is not in 1.." + MAX_LENGTH);
        }
        Tables tables = Tables.read(folder.file(Tables.FILE));
        Optional<TextMap> texts = folder.card().files().containsKey(TextMap.FILE)
                ? Optional.of(TextMap.read(folder.file(TextMap.FILE)))
                : Optional.empty();
        Optional<NewItems> newItems = texts.flatMap(map -> embedder.map(embed -> new NewItems(map, embed)));
        Catalogue catalogue = new Catalogue(tables.ids());
        Ranking ranking = new Ranking(catalogue, tables, Blend.of(settings.path("blend")), newItems);
        return new RecommendPredictor(OnnxModel.open(folder.file(ModelFolder.NETWORK)), catalogue, ranking, maxLength);
    }

    @Override
    public List<Outcome<Recommendations>> predict(List<RecommendInstance> instances) {
        List<Outcome<Recommendations>> outcomes = new ArrayList<>(instances.size());
        for (int from = 0; from < instances.size(); from += MAX_ROWS) {
            outcomes.addAll(run(instances.subList(from, Math.min(instances.size(), from + MAX_ROWS))));
        }
        return outcomes;
    }

    private List<Outcome<Recommendations>> run(List<RecommendInstance> instances) {
        List<History> histories = instances.stream()
                .map(each -> catalogue.history(each.history()))
                .toList();
        List<History> asked =
                histories.stream().filter(history -> history.size() > 0).toList();
        Optional<NetworkAnswer> answer = asked.isEmpty()
                ? Optional.empty()
                : Optional.of(NetworkAnswer.of(
                        network.run(NetworkInputs.of(asked, maxLength)), asked.size(), catalogue.size()));
        Ranking.Workspace workspace = ranking.workspace();
        List<Outcome<Recommendations>> outcomes = new ArrayList<>(instances.size());
        int row = 0;
        for (int index = 0; index < instances.size(); index++) {
            RecommendInstance instance = instances.get(index);
            History history = histories.get(index);
            if (!instance.newItems().isEmpty() && !ranking.ranksNewItems()) {
                outcomes.add(Outcome.noAnswer(
                        "newItems: this version was trained without item texts, or is served without a text model"));
            } else {
                outcomes.add(Outcome.answered(
                        answer.isEmpty() || history.size() == 0
                                ? ranking.popular(instance)
                                : ranking.rank(instance, history, answer.get(), row, workspace)));
            }
            row += history.size() > 0 ? 1 : 0;
        }
        return outcomes;
    }

    @Override
    public void close() {
        network.close();
    }
}
