package dev.nextcart.training.forecast;

import ai.djl.ndarray.NDManager;
import dev.nextcart.models.forecast.Calibration;
import dev.nextcart.models.forecast.Choice;
import dev.nextcart.models.forecast.ForecastNetwork;
import dev.nextcart.models.forecast.ForecastSettings;
import dev.nextcart.models.forecast.Forecasts;
import dev.nextcart.models.forecast.History;
import dev.nextcart.models.forecast.Quantiles;
import dev.nextcart.training.Progress;
import dev.nextcart.training.net.AdamW;
import dev.nextcart.training.net.Parameters;
import dev.nextcart.training.net.Torch;
import dev.nextcart.training.net.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * From a set to a network and its settings. The last horizon of each training part is validation: by it are chosen the simple
 * methods that the network begins from, the number of epochs, the blend, how far a series may choose for itself, and the width
 * of the interval. Then the network is trained anew up to the end for as many epochs. No test value is looked at.
 */
final class ForecastTraining {
    /** Its runs, one after the other. */
    static final List<String> LABELS = List.of("validation", "final");

    private static final double WEIGHT_DECAY = 0.01;

    /** Epochs without improvement; of {@link ForecastPlan#EPOCHS} the last ones, at a low rate, are the best as a rule. */
    private static final int PATIENCE = 6;

    private final SeriesSet set;
    private final long seed;
    private final Optional<Integer> epochs;
    private final Function<String, Optional<Path>> checkpoints;
    private final Progress progress;

    /**
     * @param epochs at most; empty for the plan's own number
     * @param checkpoints where a run of that label writes its checkpoint
     */
    ForecastTraining(
            SeriesSet set,
            long seed,
            Optional<Integer> epochs,
            Function<String, Optional<Path>> checkpoints,
            Progress progress) {
        this.set = set;
        this.seed = seed;
        this.epochs = epochs;
        this.checkpoints = checkpoints;
        this.progress = progress;
    }

    /** @param parity the largest difference between the network and its export on real windows */
    record Trained(ForecastSettings settings, double parity) {}

    /** Trains and writes the network to {@code onnx}. */
    Trained train(Path onnx) throws IOException {
        SeriesSet validation = set.validation();
        Yardstick yardstick = new Yardstick(validation);
        ForecastPlan plan = ForecastPlan.of(validation, yardstick);
        progress.say(
                validation.series().size() + " series of " + set.name() + "; on validation the best simple methods are "
                        + plan.ranked().entrySet().stream()
                                .limit(3)
                                .map(each -> String.format(
                                        Locale.ROOT, "%s %.4f", each.getKey().wireName(), each.getValue()))
                                .toList()
                        + "; network over " + plan.members() + " x " + plan.stepsInEpoch() + " steps an epoch");
        try (NDManager manager = Torch.manager()) {
            ForecastSettings settings;
            int best;
            try (Parameters parameters = new Parameters(manager, seed)) {
                ForecastNet net = new ForecastNet(parameters, plan.shape(), plan.members());
                TorchForecast network = new TorchForecast(manager, net, plan.shape());
                best = run(
                                manager,
                                "validation",
                                validation,
                                yardstick,
                                plan,
                                parameters,
                                net,
                                epochs.orElse(plan.epochs()),
                                true)
                        .bestEpoch();
                settings = settings(validation, yardstick, plan, network);
            }
            try (Parameters parameters = new Parameters(manager, seed)) {
                ForecastNet net = new ForecastNet(parameters, plan.shape(), plan.members());
                run(
                        manager,
                        "final",
                        set,
                        new Yardstick(set.validation()),
                        plan,
                        parameters,
                        net,
                        Math.max(1, best),
                        false);
                net.export(onnx);
                TorchForecast network = new TorchForecast(manager, net, plan.shape());
                return new Trained(settings, network.parity(onnx, histories(set)));
            }
        }
    }

    private TrainingRun.Result run(
            NDManager manager,
            String label,
            SeriesSet trained,
            Yardstick yardstick,
            ForecastPlan plan,
            Parameters parameters,
            ForecastNet net,
            int most,
            boolean chooses) {
        AdamW optimiser = new AdamW(
                parameters, new AdamW.Settings(WEIGHT_DECAY, 0.999, Double.POSITIVE_INFINITY), ForecastNet::decayed);
        TorchForecast network = new TorchForecast(manager, net, plan.shape());
        SeriesSet validation = chooses ? trained : trained.validation();
        List<History> histories = histories(validation);
        NetworkTraining training = new NetworkTraining(
                manager,
                net,
                optimiser,
                new WindowSampler(trained, new Yardstick(trained), plan.shape()),
                yardstick,
                plan,
                seed,
                () -> {
                    List<Quantiles> answers = network.forecast(plan.shape(), histories);
                    return yardstick.measure(index -> Arrays.copyOf(
                            answers.get(index).median(),
                            validation.series().get(index).test().length));
                });
        TrainingRun.Settings settings = new TrainingRun.Settings(
                most,
                chooses ? PATIENCE : most,
                yardstick.metric(),
                checkpoints.apply(label),
                label + " " + set.fingerprint() + " " + plan + " " + seed,
                seed,
                chooses);
        progress.say("training for " + label);
        return new TrainingRun(parameters, optimiser, settings, progress).run(training);
    }

    private ForecastSettings settings(
            SeriesSet validation, Yardstick yardstick, ForecastPlan plan, ForecastNetwork network) {
        Choice choice = new ChoiceSearch(validation, yardstick, plan, network).best();
        ForecastSettings plain = new ForecastSettings(
                plan.shape(),
                choice,
                Calibration.NONE,
                plan.ranked().keySet().iterator().next());
        List<Quantiles> served = ForecastEvaluation.served(validation, new Forecasts(plain, network)).stream()
                .map(Forecasts.Forecast::quantiles)
                .toList();
        Calibration calibration = IntervalCalibration.of(validation, served);
        progress.say("blend "
                + choice.candidates().stream()
                        .map(each -> String.format(
                                Locale.ROOT, "%s (%+.3f)", each.blend().name(), each.record()))
                        .toList()
                + ", trust in own windows " + choice.trust() + ", interval factors " + calibration);
        return new ForecastSettings(plan.shape(), choice, calibration, plain.fallback());
    }

    private static List<History> histories(SeriesSet set) {
        return set.series().stream()
                .map(each -> new History(each.train(), each.covariates()))
                .toList();
    }
}
