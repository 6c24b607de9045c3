package dev.nextcart.training.recommend;

import dev.nextcart.inference.Task;
import dev.nextcart.models.Digest;
import dev.nextcart.models.ModelCard;
import dev.nextcart.models.ModelRegistry;
import dev.nextcart.models.recommend.RecommendPredictor;
import dev.nextcart.training.Progress;
import dev.nextcart.training.cli.CommonOptions;
import dev.nextcart.training.cli.Report;
import dev.nextcart.training.cli.TrainOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train recommend}: measures as {@code evaluate} does, then learns the held-out items too, exports and publishes. */
@Command(
        name = "recommend",
        mixinStandardHelpOptions = true,
        description = {
            "Data: lines of user item item ..., oldest first (S3-Rec's files, sequences.txt.gz of ./nextcart export),",
            "or events.jsonl.gz of ./nextcart export: also what was viewed and carted, when, and what products are called."
        })
public final class TrainRecommendCommand implements Callable<Integer> {
    private static final int NOT_GOOD_ENOUGH = 1;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final TrainOptions options = new TrainOptions();

    @Option(
            names = "--texts",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "CSV with what is written about items: StockCode,Description or item,title; lets new items in")
    private List<Path> texts = List.of();

    @Override
    public Integer call() throws IOException {
        CommonOptions.checkReadable(texts);
        List<Path> files = options.data();
        Progress progress = common.progress();
        common.startEngine();
        SequenceData data = RecommendData.read(files, texts);
        String fingerprint = Digest.sha256(files);
        try (RecommendTraining training =
                new RecommendTraining(data, options.epochs(Integer.MAX_VALUE), common.seed(), progress)) {
            Map<String, Map<String, Double>> baselines = training.baselines();
            long begin = System.nanoTime();
            Optional<Path> checkpoint = options.checkpoint(Task.RECOMMEND, "network");
            training.train(checkpoint, fingerprint);
            Map<String, Double> metrics = training.test();
            training.refit(data.histories());
            double seconds = (System.nanoTime() - begin) / 1e9;
            Path draft = options.registry().draft(Task.RECOMMEND);
            double parity = new RecommendExport(training, data, Optional.empty()).write(draft, progress);
            ModelCard card = new ModelCard(
                    Task.RECOMMEND,
                    options.version(Instant.now()),
                    Instant.now(),
                    new ModelCard.Data(RecommendData.names(files), fingerprint, Optional.empty(), Optional.empty()),
                    RecommendTraining.DECIDING,
                    metrics,
                    baselines,
                    Map.of(),
                    parity,
                    common.seed(),
                    seconds,
                    RecommendPredictor.settings(
                            training.blend(), training.settings().shape().maxLength()));
            ModelRegistry.Publication published = options.registry().publish(draft, card);
            RecommendTraining.forget(checkpoint);
            System.out.print(new Report(
                            Task.RECOMMEND,
                            card.data().description(),
                            card.version(),
                            metrics,
                            baselines,
                            common.seed(),
                            seconds)
                    .table());
            System.out.println(published.folder().path()
                    + (published.promoted() ? " is served: " : " is not served: ")
                    + published.reason());
            return published.promoted() ? 0 : NOT_GOOD_ENOUGH;
        }
    }
}
