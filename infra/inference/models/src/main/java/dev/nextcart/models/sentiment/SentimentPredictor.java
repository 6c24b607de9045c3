package dev.nextcart.models.sentiment;

import dev.nextcart.inference.Outcome;
import dev.nextcart.inference.Sentiment;
import dev.nextcart.inference.Sentiment.Polarity;
import dev.nextcart.inference.SentimentInstance;
import dev.nextcart.models.ModelException;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.Predictor;
import dev.nextcart.models.text.OnnxTextEmbedder;
import dev.nextcart.models.text.SentenceEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells whether the writer of a text liked it: each language by its own encoder, then all in one run of the heads. */
public final class SentimentPredictor implements Predictor<SentimentInstance, Sentiment> {
    /** As many texts as one run of the heads takes: 10,000 characters have 30,000 n-grams, 12 bytes each. */
    private static final int TEXTS_PER_RUN = 32;

    private final SentimentSettings settings;
    private final Heads heads;
    private final List<TextFeatures> features;
    private final OnnxModel network;

    private SentimentPredictor(SentimentSettings settings, List<TextFeatures> features, OnnxModel network) {
        this.settings = settings;
        this.heads = new Heads(settings.heads());
        this.features = List.copyOf(features);
        this.network = network;
    }

    /**
     * @throws ModelException if the folder is no sentiment model
     */
    public static SentimentPredictor open(ModelFolder folder) {
        SentimentSettings settings = SentimentSettings.of(folder.card().settings());
        List<TextFeatures> features = new ArrayList<>();
        try {
            for (String language : settings.heads()) {
                features.add(new TextFeatures(
                        language, OnnxTextEmbedder.open(SentenceEncoder.quantizedBge(folder, language))));
            }
            return new SentimentPredictor(settings, features, OnnxModel.open(folder.file(ModelFolder.NETWORK)));
        } catch (ModelException e) {
            features.forEach(TextFeatures::close);
            throw e;
        }
    }

    @Override
    public List<Outcome<Sentiment>> predict(List<SentimentInstance> instances) {
        List<Outcome<Sentiment>> outcomes = new ArrayList<>(instances.size());
        for (int from = 0; from < instances.size(); from += TEXTS_PER_RUN) {
            outcomes.addAll(run(instances.subList(from, Math.min(from + TEXTS_PER_RUN, instances.size()))));
        }
        return outcomes;
    }

    private List<Outcome<Sentiment>> run(List<SentimentInstance> instances) {
        List<Optional<Heads.Choice>> choices = instances.stream()
                .map(instance -> heads.choose(instance.text(), instance.language()))
                .toList();
        Map<Integer, HeadBatch.Row> rows = rows(instances, choices);
        float[] probabilities =
                rows.isEmpty() ? new float[0] : HeadBatch.run(network, List.copyOf(rows.values()), settings.width());
        List<Outcome<Sentiment>> outcomes = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < instances.size(); i++) {
            SentimentInstance instance = instances.get(i);
            Optional<Heads.Choice> choice = choices.get(i);
            outcomes.add(
                    choice.isPresent()
                            ? Outcome.answered(answer(choice.get(), probabilities[next++]))
                            : Outcome.noAnswer("text: its language is "
                                    + heads.tagOf(instance.text(), instance.language())
                                    + ", and the model knows " + settings.heads()
                                    + ": name one of these in \"language\" to have it read so"));
        }
        return outcomes;
    }

    /** By the instance's number, in order. */
    private Map<Integer, HeadBatch.Row> rows(List<SentimentInstance> instances, List<Optional<Heads.Choice>> choices) {
        Map<Integer, HeadBatch.Row> rows = new TreeMap<>();
        for (int head = 0; head < features.size(); head++) {
            List<Integer> members = new ArrayList<>();
            for (int i = 0; i < instances.size(); i++) {
                if (choices.get(i).isPresent() && choices.get(i).get().head() == head) {
                    members.add(i);
                }
            }
            TextFeatures ofHead = features.get(head);
            List<String> texts =
                    members.stream().map(i -> instances.get(i).text()).toList();
            float[][] dense = texts.isEmpty() ? new float[0][] : ofHead.dense(texts);
            for (int i = 0; i < texts.size(); i++) {
                rows.put(members.get(i), new HeadBatch.Row(head, dense[i], ofHead.sparse(texts.get(i))));
            }
        }
        return rows;
    }

    private Sentiment answer(Heads.Choice choice, double probability) {
        double clipped = Math.clamp(probability, 0, 1);
        String method = "bge-small-" + choice.language() + " and n-grams"
                + choice.asked().map(tag -> ", as no head knows " + tag).orElse("");
        return new Sentiment(polarity(clipped), clipped, choice.language(), method);
    }

    private Polarity polarity(double probability) {
        if (probability > settings.neutralFrom() && probability < settings.neutralUntil()) {
            return Polarity.NEUTRAL;
        }
        return probability >= .5 ? Polarity.POSITIVE : Polarity.NEGATIVE;
    }

    @Override
    public void close() {
        network.close();
        features.forEach(TextFeatures::close);
    }
}
