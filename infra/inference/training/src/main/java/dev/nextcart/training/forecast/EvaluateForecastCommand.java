package dev.nextcart.training.forecast;

import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.forecast.ForecastNetwork;
import dev.nextcart.models.forecast.ForecastSettings;
import dev.nextcart.models.forecast.Forecasts;
import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.cli.CommonOptions;
import dev.nextcart.training.cli.EvaluateOptions;
import dev.nextcart.training.cli.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains on the training part, then reads the test part once. Exit code 1: the best simple method is better. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description = {
            "Scores of the forecast on held-out periods: sMAPE, MASE, OWA against Naive2, pinball loss, coverage of the 80 %"
                    + " interval.",
            "Files, plain or gzip: --series with M3's columns (series, train, test; further columns are covariates), a wide"
                    + " file (name, then values; the last --holdout are the test) or order lines (InvoiceNo, StockCode, …);"
                    + " --train and --test in M4's layout."
        })
public final class EvaluateForecastCommand implements Callable<Integer> {
    @Option(names = "--series", paramLabel = "FILE", description = "Series or order lines in one file")
    private @Nullable Path series;

    @Option(names = "--train", paramLabel = "FILE", description = "M4's layout: what may be learnt from")
    private @Nullable Path train;

    @Option(names = "--test", paramLabel = "FILE", description = "M4's layout: what comes after")
    private @Nullable Path test;

    @Option(names = "--epochs", paramLabel = "N", description = "At most so many (default: ${DEFAULT-VALUE})")
    private int epochs = ForecastPlan.EPOCHS;

    @Mixin
    private ForecastSource source = new ForecastSource();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private EvaluateOptions options = new EvaluateOptions();

    @Override
    public Integer call() throws IOException {
        options.check();
        SeriesSet set = source.read(files());
        Map<String, Map<String, Double>> baselines = ForecastEvaluation.baselines(set);
        if (options.baselinesOnly()) {
            Report report = new Report(Task.FORECAST, set.name(), "none", Map.of(), baselines, common.seed(), 0);
            System.out.print(report.table());
            options.write(report);
            return 0;
        }
        common.startEngine();
        Report report = options.model().isPresent()
                ? stored(set, ModelFolder.open(options.model().get()), baselines)
                : trained(set, baselines);
        System.out.print(report.table());
        options.write(report);
        String deciding = new Yardstick(set).metric().name();
        double best = baselines.values().stream()
                .mapToDouble(each -> each.getOrDefault(deciding, Double.NaN))
                .min()
                .orElseThrow();
        return report.metrics().getOrDefault(deciding, Double.NaN) < best ? 0 : 1;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        Stream.of(Optional.ofNullable(series), Optional.ofNullable(train), Optional.ofNullable(test))
                .flatMap(Optional::stream)
                .forEach(files::add);
        boolean one = series != null && files.size() == 1;
        boolean two = series == null && files.size() == 2;
        if (!one && !two) {
            throw new CannotRunException("give either --series FILE, or --train FILE and --test FILE");
        }
        return files;
    }

    private Report trained(SeriesSet set, Map<String, Map<String, Double>> baselines) throws IOException {
        Path folder = Files.createTempDirectory("nextcart-forecast-");
        try {
            long begun = System.nanoTime();
            Path onnx = folder.resolve(ModelFolder.NETWORK);
            ForecastTraining.Trained trained = new ForecastTraining(
                            set, common.seed(), Optional.of(epochs), label -> Optional.empty(), common.progress())
                    .train(onnx);
            double seconds = (System.nanoTime() - begun) / 1e9;
            return report(set, "forecast", onnx, trained.settings(), baselines, common.seed(), seconds);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static Report stored(SeriesSet set, ModelFolder folder, Map<String, Map<String, Double>> baselines) {
        if (folder.card().task() != Task.FORECAST) {
            throw new CannotRunException("--model: " + folder.path() + " is no forecast but "
                    + folder.card().task().wireName());
        }
        return report(
                set,
                folder.card().version(),
                folder.file(ModelFolder.NETWORK),
                ForecastSettings.read(folder.card().settings()),
                baselines,
                folder.card().seed(),
                folder.card().trainSeconds());
    }

    private static Report report(
            SeriesSet set,
            String name,
            Path onnx,
            ForecastSettings settings,
            Map<String, Map<String, Double>> baselines,
            long seed,
            double seconds) {
        try (OnnxModel model = OnnxModel.open(onnx)) {
            Forecasts forecasts = new Forecasts(settings, ForecastNetwork.of(model, settings.shape()));
            Scores scores = ForecastEvaluation.scores(set, ForecastEvaluation.served(set, forecasts));
            return new Report(Task.FORECAST, set.name(), name, scores.metrics(), baselines, seed, seconds);
        }
    }
}
