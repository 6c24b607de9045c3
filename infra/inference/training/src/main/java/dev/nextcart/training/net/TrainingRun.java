package dev.nextcart.training.net;

import ai.djl.engine.Engine;
import dev.nextcart.models.Metric;
import dev.nextcart.training.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Epochs until the validation metric has not improved for a while; the parameters end as the best epoch left them. After each
 * epoch a checkpoint is written, and each epoch's randomness is seeded by its number: a run that was killed and run again
 * ends where it would have.
 */
public final class TrainingRun {
    /** One step of training: the epoch's part of the work. */
    public interface Epochs {
        /** Steps of one epoch, for the bar. */
        long steps();

        /**
         * Trains over all the data once, in an order that depends on the epoch only; tells each step's end.
         *
         * @param epoch from 1
         * @return the mean loss
         */
        double train(int epoch, Runnable stepDone);

        /** The metric on validation data. */
        double validate();
    }

    /**
     * @param maxEpochs at least 1
     * @param patience epochs without improvement until it stops; at least {@code maxEpochs} for a fixed number of epochs
     * @param metric what {@link Epochs#validate} returns
     * @param checkpoint where to; empty for a run of seconds that nobody resumes
     * @param fingerprint of data and settings
     * @param keepBest whether the best epoch's parameters are kept at the end, not the last one's
     */
    public record Settings(
            int maxEpochs,
            int patience,
            Metric metric,
            Optional<Path> checkpoint,
            String fingerprint,
            long seed,
            boolean keepBest) {}

    /**
     * @param epochs done in all, by this process or those before
     * @param resumedAfter the epoch after which this process took over; 0 if it did all
     */
    public record Result(int epochs, int bestEpoch, double bestMetric, int resumedAfter) {}

    private final Parameters parameters;
    private final AdamW optimiser;
    private final Settings settings;
    private final Progress progress;

    public TrainingRun(Parameters parameters, AdamW optimiser, Settings settings, Progress progress) {
        this.parameters = parameters;
        this.optimiser = optimiser;
        this.settings = settings;
        this.progress = progress;
    }

    /** Trains. The checkpoint stays until {@link #forget}: a crash between here and the export costs no training. */
    public Result run(Epochs epochs) {
        Metric metric = settings.metric();
        int done = 0;
        int bestEpoch = 0;
        double bestMetric = Double.NaN;
        Map<String, float[]> best = parameters.values();
        Optional<Checkpoint> before =
                settings.checkpoint().flatMap(file -> Checkpoint.read(file, settings.fingerprint()));
        if (before.isPresent()) {
            Checkpoint from = before.get();
            parameters.set(from.parameters());
            optimiser.restore(from.steps(), from.moments());
            done = from.epoch();
            bestEpoch = from.bestEpoch();
            bestMetric = from.bestMetric();
            best = from.best();
            progress.say("resuming after epoch " + done);
        }
        int resumedAfter = done;
        while (done < settings.maxEpochs() && done - bestEpoch < settings.patience()) {
            done++;
            Engine.getEngine("PyTorch").setRandomSeed(Math.toIntExact((settings.seed() * 31 + done) & 0x3FFF_FFFF));
            progress.begin("epoch " + done, epochs.steps());
            double loss = epochs.train(done, progress::step);
            progress.end();
            double value = epochs.validate();
            progress.say(String.format(
                    Locale.ROOT, "epoch %d: loss %.4f, %s %.4f on validation", done, loss, metric.name(), value));
            if (Double.isNaN(loss) || Double.isInfinite(loss)) {
                throw new ArithmeticException("training ran off in epoch " + done + ": the loss is " + loss);
            }
            if (metric.isBetter(value, bestMetric)) {
                bestEpoch = done;
                bestMetric = value;
                best = parameters.values();
            }
            save(done, bestEpoch, bestMetric, best);
        }
        if (settings.keepBest()) {
            parameters.set(best);
        }
        return new Result(done, bestEpoch, bestMetric, resumedAfter);
    }

    private void save(int done, int bestEpoch, double bestMetric, Map<String, float[]> best) {
        settings.checkpoint().ifPresent(file -> {
            try {
                new Checkpoint(
                                settings.fingerprint(),
                                done,
                                optimiser.steps(),
                                bestEpoch,
                                bestMetric,
                                parameters.values(),
                                optimiser.moments(),
                                best)
                        .write(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the checkpoint " + file, e);
            }
        });
    }

    /** Removes the checkpoint: the model is published. */
    public void forget() {
        settings.checkpoint().ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
