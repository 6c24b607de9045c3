package dev.nextcart.training.recommend;

import ai.djl.ndarray.NDManager;
import dev.nextcart.models.Metric;
import dev.nextcart.models.recommend.Blend;
import dev.nextcart.models.recommend.History;
import dev.nextcart.models.recommend.Tables;
import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.Progress;
import dev.nextcart.training.net.AdamW;
import dev.nextcart.training.net.Parameters;
import dev.nextcart.training.net.Torch;
import dev.nextcart.training.net.TrainingRun;
import dev.nextcart.training.recommend.LeaveOneOut.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One data set from histories to a network and its blend. Epochs and weights are chosen on validation items; the test items
 * are asked once, by {@link #test}. For that the network has seen the training histories only, as in the published figures;
 * the tables also the validation items, as the baselines.
 */
final class RecommendTraining implements AutoCloseable {
    static final Metric DECIDING = Metric.higher("NDCG@10");

    /** Enough to tell epochs apart; all of them would take as long as the epoch. */
    private static final int MAX_VALIDATED = 5_000;

    /** The served network goes on for a tenth of its epochs, at a fifth of the rate, to learn the newest items too. */
    private static final int REFIT_SHARE = 10;

    private static final double REFIT_RATE = 0.2;

    private final SequenceData data;
    private final LeaveOneOut split;
    private final Settings settings;
    private final long seed;
    private final Progress progress;
    private final NDManager manager;
    private final Parameters parameters;
    private final NetworkScores scores;
    private final Tables trained;
    private final Tables validated;
    private final Baselines baselines;
    private Blend blend;
    private int bestEpoch;

    /**
     * @param maxEpochs at most so many, and no more than fit the data
     */
    RecommendTraining(SequenceData data, int maxEpochs, long seed, Progress progress) {
        this.data = data;
        this.split = LeaveOneOut.of(data.histories());
        if (split.test().isEmpty()) {
            throw new CannotRunException("No shopper has " + LeaveOneOut.MIN_ITEMS
                    + " items: nothing can be held out. Bring a longer export");
        }
        Settings fitting = Settings.fitting(data.catalogue().size(), split.train());
        this.settings = fitting.withEpochs(Math.min(maxEpochs, fitting.epochs()));
        this.seed = seed;
        this.progress = progress;
        progress.say("learning rules and neighbours of " + data.catalogue().size() + " items, "
                + data.histories().size() + " shoppers");
        this.trained = Tables.learn(data.catalogue(), split.train());
        this.validated = Tables.learn(data.catalogue(), split.trainAndValidation());
        this.baselines = new Baselines(split, trained, seed);
        this.blend = baselines.decays();
        this.manager = Torch.manager();
        this.parameters = new Parameters(manager, seed);
        SequenceNetwork.initialise(settings.shape(), parameters);
        this.scores = new NetworkScores(manager, parameters, settings.shape());
    }

    Map<String, Map<String, Double>> baselines() {
        return baselines.test(validated);
    }

    /** Trains until validation no longer gains, then chooses the blend. */
    void train(Optional<Path> checkpoint, String fingerprint) {
        List<Case> asked = some(split.validation(), MAX_VALIDATED);
        AdamW optimiser = new AdamW(parameters, AdamW.Settings.PLAIN, name -> false);
        NetworkEpochs epochs = new NetworkEpochs(
                manager, parameters, optimiser, settings, split.train(), seed, () -> validation(asked));
        TrainingRun.Settings run = new TrainingRun.Settings(
                settings.epochs(), settings.patience(), DECIDING, checkpoint, fingerprint + settings, seed, true);
        bestEpoch = new TrainingRun(parameters, optimiser, run, progress)
                .run(epochs)
                .bestEpoch();
        chooseBlend();
    }

    private double validation(List<Case> asked) {
        RankingMetrics metrics = new RankingMetrics(seed);
        scores.forEach(asked, (each, found) -> metrics.add(found, each.history().items(), each.target()));
        return metrics.ndcg();
    }

    private void chooseBlend() {
        BlendChoice choice = new BlendChoice(trained, baselines.decays());
        scores.forEach(some(split.validation(), BlendChoice.MAX_CASES), choice::add);
        blend = choice.choose();
        progress.say(
                String.format(Locale.ROOT, "blend %s: NDCG@10 %.4f on validation", blend.json(), choice.ndcg(blend)));
    }

    /** Every so-manieth: spread over the file, and the same each time. */
    private static List<Case> some(List<Case> all, int count) {
        if (all.size() <= count) {
            return all;
        }
        return IntStream.range(0, count)
                .mapToObj(index -> all.get((int) ((long) index * all.size() / count)))
                .toList();
    }

    /** What the test says of the blend, and of the network alone under names with {@code network}. */
    Map<String, Double> test() {
        RankingMetrics blended = new RankingMetrics(seed);
        RankingMetrics alone = new RankingMetrics(seed);
        Blend.Evidence evidence = new Blend.Evidence(data.catalogue().size());
        scores.forEach(split.test(), (each, found) -> {
            History history = each.history();
            alone.add(found, history.items(), each.target());
            blend.addTo(found, history, validated, evidence);
            blended.add(found, history.items(), each.target());
        });
        Map<String, Double> values = blended.values();
        values.put("network HR@10", alone.values().get("HR@10"));
        values.put("network NDCG@10", alone.ndcg());
        return values;
    }

    /** Goes on with histories that were held out. What was measured before is a little less than what is served. */
    void refit(List<History> histories) {
        int count = Math.max(1, bestEpoch / REFIT_SHARE);
        Settings gentle = settings.withRate(settings.peakRate() * REFIT_RATE).withEpochs(count);
        AdamW optimiser = new AdamW(parameters, AdamW.Settings.PLAIN, name -> false);
        NetworkEpochs epochs = new NetworkEpochs(manager, parameters, optimiser, gentle, histories, seed + 1, () -> 0);
        for (int epoch = 1; epoch <= count; epoch++) {
            progress.begin("refit " + epoch, epochs.steps());
            double loss = epochs.train(epoch, progress::step);
            progress.end();
            progress.say(String.format(Locale.ROOT, "refit %d of %d: loss %.4f", epoch, count, loss));
        }
    }

    /** The model is published: what a killed run would go on from is no longer needed. */
    static void forget(Optional<Path> checkpoint) throws IOException {
        if (checkpoint.isPresent()) {
            Files.deleteIfExists(checkpoint.get());
        }
    }

    LeaveOneOut split() {
        return split;
    }

    Settings settings() {
        return settings;
    }

    Blend blend() {
        return blend;
    }

    Parameters parameters() {
        return parameters;
    }

    NetworkScores scores() {
        return scores;
    }

    @Override
    public void close() {
        parameters.close();
        manager.close();
    }
}
