package dev.nextcart.training.sentiment;

import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.sentiment.HeadBatch;
import dev.nextcart.models.sentiment.SentimentSettings;
import dev.nextcart.training.ParityGate;
import dev.nextcart.training.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One version: a head a language, each judged on a fifth of its reviews and then trained on all of them. */
final class SentimentTraining {
    static final String MODEL = "model";

    /**
     * Between these the model would be wrong on four texts in ten or more, if its probabilities are right: they say
     * neither.
     */
    private static final double NEUTRAL_FROM = .4;

    private static final double NEUTRAL_UNTIL = .6;

    /** Of a probability in single precision, summed in another order. */
    private static final double PARITY_LIMIT = 1e-4;

    private static final int COMPARED = 256;
    private static final int COMPARED_AT_ONCE = 32;

    private final long seed;
    private final Encoders encoders;
    private final Progress progress;
    private final List<String> languages = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private final List<Examples> samples = new ArrayList<>();
    private final Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
    private int width;

    SentimentTraining(long seed, Encoders encoders, Progress progress) {
        this.seed = seed;
        this.encoders = encoders;
        this.progress = progress;
    }

    void train(String language, Reviews reviews) {
        Examples examples = encoders.examples(language, reviews);
        HeadTrainer trainer = new HeadTrainer(seed);
        Map<String, Protocol.Learner> learners = new LinkedHashMap<>();
        learners.put("majority", HeadTrainer::majority);
        learners.put("TF-IDF logistic", trainer::baseline);
        learners.put(MODEL, trainer::train);
        Protocol.split(seed).judge(examples, learners, progress).forEach((name, scores) -> {
            Map<String, Double> ofAll = figures.computeIfAbsent(name, any -> new TreeMap<>());
            scores.metrics().forEach((metric, value) -> ofAll.put(metric + "-" + language, value));
        });
        Head head = trainer.train(examples, IntStream.range(0, examples.size()).toArray());
        progress.say(language + ": " + head.choice());
        languages.add(language);
        heads.add(head);
        samples.add(examples.first(COMPARED));
        width = Math.max(width, head.denseWeights().length);
    }

    /** Per learner its figures by language, and the mean accuracy over languages, which decides. */
    Map<String, Map<String, Double>> figures() {
        Map<String, Map<String, Double>> all = new LinkedHashMap<>();
        figures.forEach((name, values) -> {
            double sum = 0;
            for (String language : languages) {
                sum += values.getOrDefault(Scores.ACCURACY + "-" + language, Double.NaN);
            }
            Map<String, Double> withMean = new TreeMap<>(values);
            withMean.put(Scores.ACCURACY, sum / languages.size());
            all.put(name, withMean);
        });
        return all;
    }

    SentimentSettings settings() {
        return new SentimentSettings(languages, width, NEUTRAL_FROM, NEUTRAL_UNTIL);
    }

    /**
     * Writes the network; the encoders are in the folder already.
     *
     * @return the largest difference of a probability
     */
    double export(Path folder) throws IOException {
        Path file = folder.resolve(ModelFolder.NETWORK);
        new HeadGraph(heads, width).write(file);
        ParityGate gate = new ParityGate(PARITY_LIMIT);
        try (OnnxModel network = OnnxModel.open(file)) {
            for (int head = 0; head < heads.size(); head++) {
                for (int from = 0; from < samples.get(head).size(); from += COMPARED_AT_ONCE) {
                    compare(network, head, from, gate);
                }
            }
        }
        return gate.passed();
    }

    private void compare(OnnxModel network, int head, int from, ParityGate gate) {
        Examples sample = samples.get(head);
        int to = Math.min(from + COMPARED_AT_ONCE, sample.size());
        List<HeadBatch.Row> rows = new ArrayList<>();
        float[] trained = new float[to - from];
        for (int i = from; i < to; i++) {
            rows.add(new HeadBatch.Row(head, sample.dense()[i], sample.sparse()[i]));
            trained[i - from] = (float) heads.get(head).probability(sample.dense()[i], sample.sparse()[i]);
        }
        gate.compare(trained, HeadBatch.run(network, rows, width));
    }
}
