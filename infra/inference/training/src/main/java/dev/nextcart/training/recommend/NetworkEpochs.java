package dev.nextcart.training.recommend;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.nextcart.models.recommend.History;
import dev.nextcart.training.net.AdamW;
import dev.nextcart.training.net.Parameters;
import dev.nextcart.training.net.TrainingRun;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** What the network does in an epoch: every batch once; the seed and the epoch's number say in which order. */
final class NetworkEpochs implements TrainingRun.Epochs {
    private static final int WARM_UP_STEPS = 200;

    /** Where the cosine ends, as a share of the peak. */
    private static final double LAST_RATE = 0.05;

    private final NDManager manager;
    private final Parameters parameters;
    private final AdamW optimiser;
    private final Settings settings;
    private final SequenceNetwork network;
    private final CatalogueSoftmax softmax;
    private final Batches batches;
    private final long seed;
    private final DoubleSupplier validation;
    private final int steps;

    NetworkEpochs(
            NDManager manager,
            Parameters parameters,
            AdamW optimiser,
            Settings settings,
            List<History> histories,
            long seed,
            DoubleSupplier validation) {
        this.manager = manager;
        this.parameters = parameters;
        this.optimiser = optimiser;
        this.settings = settings;
        this.network = new SequenceNetwork(settings.shape(), parameters, settings.regularisation());
        this.softmax = new CatalogueSoftmax(settings.regularisation().labelSmoothing());
        this.batches = new Batches(histories, settings.shape().maxLength(), settings.batchTargets());
        this.seed = seed;
        this.validation = validation;
        this.steps = batches.epoch(seed).size();
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public double train(int epoch, Runnable stepDone) {
        long epochSeed = seed * 1_000_003 + epoch;
        Random dropped = new Random(epochSeed);
        SplittableRandom sampled = new SplittableRandom(epochSeed);
        double loss = 0;
        long targets = 0;
        int step = (epoch - 1) * steps;
        for (Batch batch : batches.epoch(epochSeed)) {
            loss += step(batch, rate(step++), dropped, sampled) * batch.targets().length;
            targets += batch.targets().length;
            stepDone.run();
        }
        return loss / targets;
    }

    private double step(Batch batch, double rate, Random dropped, SplittableRandom sampled) {
        try (NDManager step = manager.newSubManager()) {
            Candidates candidates = settings.sampled() == 0
                    ? Candidates.everything(settings.shape().items(), batch.targets())
                    : Candidates.sample(settings.shape().items(), batch.targets(), settings.sampled(), sampled);
            double loss;
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray hidden = network.hidden(step, batch, dropped);
                CatalogueSoftmax.Loss made = softmax.of(step, hidden, parameters.get("items"), candidates);
                collector.backward(made.surrogate());
                loss = made.loss();
            }
            optimiser.step(rate);
            return loss;
        }
    }

    private double rate(int step) {
        double warm = Math.min(1, (step + 1.0) / WARM_UP_STEPS);
        double done = Math.min(1, step / (double) (steps * settings.epochs()));
        double cosine = LAST_RATE + (1 - LAST_RATE) * (1 + Math.cos(Math.PI * done)) / 2;
        return settings.peakRate() * warm * cosine;
    }

    @Override
    public double validate() {
        return validation.getAsDouble();
    }
}
