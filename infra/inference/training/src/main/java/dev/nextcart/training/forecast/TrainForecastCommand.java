package dev.nextcart.training.forecast;

import dev.nextcart.inference.Task;
import dev.nextcart.models.Digest;
import dev.nextcart.models.ModelCard;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.ModelRegistry;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.forecast.ForecastNetwork;
import dev.nextcart.models.forecast.Forecasts;
import dev.nextcart.training.cli.CommonOptions;
import dev.nextcart.training.cli.Report;
import dev.nextcart.training.cli.TrainOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Trains a forecast and publishes it. The test part of the files, or the last horizon, is kept from it and decides whether it
 * is served; a global network loses nothing by that, as each request brings its history up to date.
 */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the demand forecast and publishes it; served if it beats every simple method on the held-out periods.",
            "--data, plain or gzip: one file with M3's columns (series, train, test; further columns are covariates such as"
                    + " price or promotion), one wide file (name, then values, as weekly-sales.csv.gz), one of order lines"
                    + " (InvoiceNo, StockCode, …), or two in M4's layout: train, then test."
        })
public final class TrainForecastCommand implements Callable<Integer> {
    @Mixin
    private ForecastSource source = new ForecastSource();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private TrainOptions options = new TrainOptions();

    private final Clock clock;

    public TrainForecastCommand() {
        this(Clock.systemUTC());
    }

    TrainForecastCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Instant now = clock.instant();
        List<Path> files = options.data();
        SeriesSet set = source.read(files);
        common.startEngine();
        ModelRegistry registry = options.registry();
        Path draft = registry.draft(Task.FORECAST);
        Path onnx = draft.resolve(ModelFolder.NETWORK);
        long begun = System.nanoTime();
        ForecastTraining.Trained trained = new ForecastTraining(
                        set,
                        common.seed(),
                        Optional.of(options.epochs(ForecastPlan.EPOCHS)),
                        label -> options.checkpoint(Task.FORECAST, label),
                        common.progress())
                .train(onnx);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Map<String, Map<String, Double>> baselines = ForecastEvaluation.baselines(set);
        Scores scores = scores(set, onnx, trained);
        String version = options.version(now);
        ModelRegistry.Publication publication = registry.publish(
                draft,
                new ModelCard(
                        Task.FORECAST,
                        version,
                        now,
                        new ModelCard.Data(set.name(), Digest.sha256(files), Optional.empty(), Optional.empty()),
                        new Yardstick(set).metric(),
                        scores.metrics(),
                        baselines,
                        Map.of(),
                        trained.parity(),
                        common.seed(),
                        seconds,
                        trained.settings().json()));
        for (String label : ForecastTraining.LABELS) {
            Optional<Path> checkpoint = options.checkpoint(Task.FORECAST, label);
            if (checkpoint.isPresent()) {
                Files.deleteIfExists(checkpoint.get());
            }
        }
        System.out.print(
                new Report(Task.FORECAST, set.name(), version, scores.metrics(), baselines, common.seed(), seconds)
                        .table());
        System.out.println(publication.folder().path()
                + (publication.promoted() ? " is served: " : " is not served: ")
                + publication.reason());
        return publication.promoted() ? 0 : 1;
    }

    private static Scores scores(SeriesSet set, Path onnx, ForecastTraining.Trained trained) {
        try (OnnxModel model = OnnxModel.open(onnx)) {
            Forecasts forecasts = new Forecasts(
                    trained.settings(),
                    ForecastNetwork.of(model, trained.settings().shape()));
            return ForecastEvaluation.scores(set, ForecastEvaluation.served(set, forecasts));
        }
    }
}
