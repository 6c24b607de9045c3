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
import dev.nextcart.models.text.SentenceEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Recommends by network and tables together; by popularity, named as such, where nothing of the history is known. A batch
 * takes one run of the network for each length of history, in powers of two.
 */
public final class RecommendPredictor implements Predictor<RecommendInstance, Recommendations> {
    /** Rows of one run: 64 rows of scores for 100,000 items are 26 MB. */
    private static final int MAX_ROWS = 64;

    private static final int MAX_LENGTH = 10_000;

    /** A setting: the language of the text encoder in the folder, by which new items enter. */
    public static final String TEXT_LANGUAGE = "textLanguage";

    /** Among shorter histories padding costs less than another run. */
    private static final int SHORT = 8;

    private final OnnxModel network;
    private final Catalogue catalogue;
    private final Ranking ranking;
    private final int maxLength;
    private final Optional<LazyEmbedder> embedder;

    private RecommendPredictor(
            OnnxModel network, Catalogue catalogue, Ranking ranking, int maxLength, Optional<LazyEmbedder> embedder) {
        this.network = network;
        this.catalogue = catalogue;
        this.ranking = ranking;
        this.maxLength = maxLength;
        this.embedder = embedder;
    }

    /** The settings of a model card, as {@link #open} reads them; {@link #TEXT_LANGUAGE} may be added. */
    public static ObjectNode settings(Blend blend, int maxLength) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode().put("maxLength", maxLength);
        settings.set("blend", blend.json());
        return settings;
    }

    /**
     * New items are ranked if the version was trained with texts; otherwise instances that have any are refused.
     *
     * @throws ModelException if a file is missing or damaged
     */
    public static RecommendPredictor open(ModelFolder folder) {
        String language = folder.card().settings().path(TEXT_LANGUAGE).asText();
        return language.isEmpty()
                ? open(folder, Optional.empty(), Optional.empty())
                : open(folder, new LazyEmbedder(SentenceEncoder.quantizedBge(folder, language)));
    }

    private static RecommendPredictor open(ModelFolder folder, LazyEmbedder own) {
        return open(folder, Optional.of(own), Optional.of(own));
    }

    /**
     * @param embedder of texts, the one that the version was trained with; the caller's to close
     * @throws ModelException if a file is missing or damaged
     */
    public static RecommendPredictor open(ModelFolder folder, Function<String, float[]> embedder) {
        return open(folder, Optional.of(embedder), Optional.empty());
    }

    private static RecommendPredictor open(
            ModelFolder folder, Optional<Function<String, float[]>> embedder, Optional<LazyEmbedder> own) {
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
        OnnxModel network = OnnxModel.open(folder.file(ModelFolder.NETWORK));
        return new RecommendPredictor(network, catalogue, ranking, maxLength, own);
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
        Map<Integer, Outcome<Recommendations>> outcomes = new HashMap<>();
        Ranking.Workspace workspace = ranking.workspace();
        byLength(histories).forEach((length, places) -> {
            NetworkAnswer answer = length == 0 ? NetworkAnswer.NONE : ask(places, histories);
            for (int row = 0; row < places.size(); row++) {
                int place = places.get(row);
                outcomes.put(place, outcome(instances.get(place), histories.get(place), answer, row, workspace));
            }
        });
        return IntStream.range(0, instances.size()).mapToObj(outcomes::get).toList();
    }

    /** Places of histories by their length rounded up to a power of two: padding one to the longest of all would cost more. */
    private SortedMap<Integer, List<Integer>> byLength(List<History> histories) {
        SortedMap<Integer, List<Integer>> places = new TreeMap<>();
        for (int place = 0; place < histories.size(); place++) {
            int length = Math.min(histories.get(place).size(), maxLength);
            int rounded = length <= SHORT ? Math.min(length, 1) * SHORT : Integer.highestOneBit(2 * length - 1);
            places.computeIfAbsent(rounded, any -> new ArrayList<>()).add(place);
        }
        return places;
    }

    private NetworkAnswer ask(List<Integer> places, List<History> histories) {
        List<History> asked = places.stream().map(histories::get).toList();
        return NetworkAnswer.of(network.run(NetworkInputs.of(asked, maxLength)), asked.size(), catalogue.size());
    }

    private Outcome<Recommendations> outcome(
            RecommendInstance instance, History history, NetworkAnswer answer, int row, Ranking.Workspace workspace) {
        if (!instance.newItems().isEmpty() && !ranking.ranksNewItems()) {
            return Outcome.noAnswer(
                    "newItems: this version was trained without item texts, or is served without a text model");
        }
        return Outcome.answered(
                history.size() == 0
                        ? ranking.popular(instance)
                        : ranking.rank(instance, history, answer, row, workspace));
    }

    @Override
    public void close() {
        network.close();
        embedder.ifPresent(LazyEmbedder::close);
    }
}
