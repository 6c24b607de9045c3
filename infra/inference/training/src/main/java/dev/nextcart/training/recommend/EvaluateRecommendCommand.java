package dev.nextcart.training.recommend;

import dev.nextcart.inference.Task;
import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.cli.CommonOptions;
import dev.nextcart.training.cli.EvaluateOptions;
import dev.nextcart.training.cli.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate recommend}: leave-one-out over the whole catalogue, beside the baselines. */
@Command(
        name = "recommend",
        mixinStandardHelpOptions = true,
        description = {
            "Leave-one-out: the last item of each shopper is the test, the one before it chooses epochs and blend.",
            "All items are ranked, the shopper's own taken out, ties broken at random.",
            "The network learns from the training items only; rules, kNN and popularity also from the validation items."
        })
public final class EvaluateRecommendCommand implements Callable<Integer> {
    private static final int NOT_GOOD_ENOUGH = 1;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final EvaluateOptions options = new EvaluateOptions();

    @Option(
            names = {"--sequences", "--events"},
            required = true,
            paramLabel = "FILE",
            description = "Lines of user item item ..., oldest first; or events.jsonl.gz of ./nextcart export")
    private List<Path> data = List.of();

    @Option(names = "--epochs", paramLabel = "N", description = "At most so many (default: by the data's size)")
    private int epochs = Integer.MAX_VALUE;

    @Option(
            names = "--refit",
            description = "Also let the network learn the validation items before the test; published figures do not")
    private boolean refit;

    @Override
    public Integer call() {
        options.check();
        if (epochs < 1) {
            throw new CannotRunException("--epochs: " + epochs + " is not at least 1");
        }
        CommonOptions.checkReadable(data);
        String file = RecommendData.names(data);
        common.startEngine();
        SequenceData read = RecommendData.read(data, List.of());
        if (options.model().isPresent()) {
            return report(StoredVersion.evaluate(options.model().get(), read, file, common.seed(), common.progress()));
        }
        try (RecommendTraining training = new RecommendTraining(read, epochs, common.seed(), common.progress())) {
            Map<String, Map<String, Double>> baselines = training.baselines();
            if (options.baselinesOnly()) {
                return report(new Report(Task.RECOMMEND, file, "none", Map.of(), baselines, common.seed(), 0));
            }
            long begin = System.nanoTime();
            training.train(Optional.empty(), "");
            if (refit) {
                training.refit(training.split().trainAndValidation());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            String model = training.blend().method() + (refit ? " (refit)" : "");
            return report(new Report(Task.RECOMMEND, file, model, training.test(), baselines, common.seed(), seconds));
        }
    }

    private int report(Report report) {
        System.out.print(report.table());
        options.write(report);
        boolean beaten = report.metrics().isEmpty()
                || report.baselines().values().stream()
                        .allMatch(each ->
                                RecommendTraining.DECIDING.isBetter(deciding(report.metrics()), deciding(each)));
        return beaten ? 0 : NOT_GOOD_ENOUGH;
    }

    private static double deciding(Map<String, Double> values) {
        return values.getOrDefault(RecommendTraining.DECIDING.name(), Double.NaN);
    }
}
