package dev.nextcart.training.churn;

import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelException;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.churn.ChurnPredictor;
import dev.nextcart.training.Progress;
import dev.nextcart.training.cli.CommonOptions;
import dev.nextcart.training.cli.EvaluateOptions;
import dev.nextcart.training.cli.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./nextcart evaluate churn}. */
@Command(
        name = "churn",
        mixinStandardHelpOptions = true,
        description = {
            "Who buys nothing in the N days after a date: trains on what lies before it, tests once on what came.",
            "AUC (ties half), Brier score and ECE (calibration error, 10 bins of equally many shoppers) are of not"
                    + " buying; purchases are buying days; value is in minor units, returns not deducted."
        })
public final class EvaluateChurnCommand implements Callable<Integer> {
    private static final int DEFAULT_EPOCHS = 25;

    @Option(
            names = "--transactions",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "CDNOW's layout (id, sample id, yyyymmdd, units, value) or orders as CSV (InvoiceNo, Quantity,"
                            + " InvoiceDate, UnitPrice, CustomerID); plain or gzip")
    private List<Path> files = List.of();

    @Option(
            names = "--calibration-end",
            required = true,
            paramLabel = "DATE",
            description = "The last day that may be known, such as 2011-06-30")
    private String end = "";

    @Option(names = "--days", required = true, paramLabel = "N", description = "How far to look ahead")
    private int days;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final EvaluateOptions options = new EvaluateOptions();

    @Override
    public Integer call() throws IOException {
        CommonOptions.checkReadable(files);
        options.check();
        Progress progress = common.progress();
        Transactions transactions = TransactionFile.read(files);
        ChurnWindow window = ChurnWindow.of(
                ChurnWindow.date("--calibration-end", end), ChurnWindow.days(days), transactions, progress);
        common.startEngine();
        ChurnEvaluation evaluation = new ChurnEvaluation(transactions, window.end(), days);
        Map<String, Map<String, Double>> baselines =
                new ChurnBaselines(transactions, window.end(), days).metrics(evaluation);
        Report report = report(transactions, window, evaluation, baselines, progress);
        System.out.println(evaluation.size() + " shoppers");
        System.out.print(report.table());
        options.write(report);
        return options.baselinesOnly() || ChurnVerdict.beats(report) ? 0 : 1;
    }

    private Report report(
            Transactions transactions,
            ChurnWindow window,
            ChurnEvaluation evaluation,
            Map<String, Map<String, Double>> baselines,
            Progress progress)
            throws IOException {
        String data = files.stream().map(each -> each.getFileName().toString()).collect(Collectors.joining(" "));
        if (options.baselinesOnly()) {
            return new Report(Task.CHURN, data, "none", Map.of(), baselines, common.seed(), 0);
        }
        if (options.model().isPresent()) {
            Path folder = options.model().get();
            ModelFolder opened = ModelFolder.open(folder);
            if (opened.card().task() != Task.CHURN) {
                throw new ModelException(
                        folder + " is a model of " + opened.card().task().wireName() + ", not of churn");
            }
            try (ChurnPredictor predictor = ChurnPredictor.open(opened)) {
                Map<String, Double> metrics = evaluation.metrics(evaluation.guesses(predictor));
                String version = opened.card().version();
                return new Report(Task.CHURN, data, version, metrics, baselines, common.seed(), 0);
            }
        }
        long start = System.nanoTime();
        ChurnTraining.Result trained = new ChurnTraining(
                        transactions, window.end(), days, common.seed(), DEFAULT_EPOCHS, progress)
                .train(Optional.empty(), "");
        Path folder = Files.createTempDirectory("nextcart-churn-");
        try {
            ChurnExport.write(trained, folder);
            double seconds = (System.nanoTime() - start) / 1e9;
            try (ChurnPredictor predictor =
                    new ChurnPredictor(OnnxModel.open(folder.resolve(ChurnExport.FILE)), trained.settings())) {
                Map<String, Double> metrics = evaluation.metrics(evaluation.guesses(predictor));
                return new Report(Task.CHURN, data, "additive network", metrics, baselines, common.seed(), seconds);
            }
        } finally {
            Files.deleteIfExists(folder.resolve(ChurnExport.FILE));
            Files.deleteIfExists(folder);
        }
    }
}
