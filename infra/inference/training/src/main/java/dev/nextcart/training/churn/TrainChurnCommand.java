package dev.nextcart.training.churn;

import dev.nextcart.inference.ChurnInstance;
import dev.nextcart.inference.Task;
import dev.nextcart.models.Digest;
import dev.nextcart.models.ModelCard;
import dev.nextcart.models.ModelRegistry;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.churn.ChurnPredictor;
import dev.nextcart.training.Progress;
import dev.nextcart.training.cli.CommonOptions;
import dev.nextcart.training.cli.Report;
import dev.nextcart.training.cli.TrainOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./nextcart train churn}. */
@Command(
        name = "churn",
        mixinStandardHelpOptions = true,
        description = {
            "Learns who buys nothing in the next N days, tests it on the last N days of the file, and publishes it.",
            "Reads CDNOW's layout (id, sample id, yyyymmdd, units, value; also our own transactions.txt.gz) and orders as"
                    + " CSV."
        })
public final class TrainChurnCommand implements Callable<Integer> {
    private static final int DEFAULT_EPOCHS = 25;

    @Option(
            names = "--days",
            defaultValue = "" + ChurnInstance.DEFAULT_HORIZON_DAYS,
            paramLabel = "N",
            description = "How far to look ahead (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(
            names = "--calibration-end",
            paramLabel = "DATE",
            description = "The last day to learn from (default: N days before the file's last)")
    private @Nullable String end;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final TrainOptions options = new TrainOptions();

    @Override
    public Integer call() throws IOException {
        Instant now = Instant.now();
        List<Path> files = options.data();
        Progress progress = common.progress();
        Transactions transactions = TransactionFile.read(files);
        LocalDate last = LocalDate.ofEpochDay(transactions.lastDay() - ChurnWindow.days(days));
        ChurnWindow window = ChurnWindow.of(
                end == null ? last : ChurnWindow.date("--calibration-end", end), days, transactions, progress);
        common.startEngine();
        String sha256 = Digest.sha256(files);
        int epochs = options.epochs(DEFAULT_EPOCHS);
        String fingerprint = sha256 + "/" + window + "/" + common.seed() + "/" + epochs;
        long start = System.nanoTime();
        ChurnTraining.Result trained = new ChurnTraining(
                        transactions, window.end(), days, common.seed(), epochs, progress)
                .train(options.checkpoint(Task.CHURN, "churn"), fingerprint);
        ModelRegistry registry = options.registry();
        Path draft = registry.draft(Task.CHURN);
        double parity = ChurnExport.write(trained, draft);
        double seconds = (System.nanoTime() - start) / 1e9;
        Report report = tested(transactions, window, files, trained, draft, seconds);
        System.out.print(report.table());
        ModelCard card = new ModelCard(
                Task.CHURN,
                options.version(now),
                now,
                new ModelCard.Data(
                        report.data(),
                        sha256,
                        Optional.of(midnight(LocalDate.ofEpochDay(transactions.firstDay()))),
                        Optional.of(midnight(window.end().plusDays(1)))),
                ChurnVerdict.DECIDING,
                report.metrics(),
                report.baselines(),
                Map.of(),
                parity,
                common.seed(),
                seconds,
                trained.settings().json());
        ModelRegistry.Publication publication = registry.publish(draft, card);
        System.out.println(publication.folder().path()
                + (publication.promoted() ? " is served: " : " is not served: ")
                + publication.reason());
        return publication.promoted() ? 0 : 1;
    }

    private Report tested(
            Transactions transactions,
            ChurnWindow window,
            List<Path> files,
            ChurnTraining.Result trained,
            Path draft,
            double seconds) {
        ChurnEvaluation evaluation = new ChurnEvaluation(transactions, window.end(), days);
        String data = files.stream().map(each -> each.getFileName().toString()).collect(Collectors.joining(" "));
        try (ChurnPredictor predictor =
                new ChurnPredictor(OnnxModel.open(draft.resolve(ChurnExport.FILE)), trained.settings())) {
            return new Report(
                    Task.CHURN,
                    data,
                    "additive network",
                    evaluation.metrics(evaluation.guesses(predictor)),
                    new ChurnBaselines(transactions, window.end(), days).metrics(evaluation),
                    common.seed(),
                    seconds);
        }
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
