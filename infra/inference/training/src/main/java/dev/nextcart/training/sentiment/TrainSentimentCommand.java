package dev.nextcart.training.sentiment;

import dev.nextcart.inference.Task;
import dev.nextcart.models.Digest;
import dev.nextcart.models.Metric;
import dev.nextcart.models.ModelCard;
import dev.nextcart.models.ModelRegistry;
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
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./nextcart train sentiment}. */
@Command(
        name = "sentiment",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a version with a head for each language that the reviews are in: English, Chinese.",
            "Data, plain or gzip: text<TAB>label (0 or 1), CSV with the columns label and review, or events.jsonl.gz of",
            "./nextcart export (4 and 5 stars are positive, 1 and 2 negative, 3 left out).",
            "A run that was broken off takes up the vectors that it had; --epochs does nothing here."
        })
public final class TrainSentimentCommand implements Callable<Integer> {
    private static final int NOT_GOOD_ENOUGH = 1;
    private static final Metric DECIDING = Metric.higher(Scores.ACCURACY);

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final TrainOptions options = new TrainOptions();

    @Mixin
    private final ReviewOptions reviewOptions = new ReviewOptions();

    @Override
    public Integer call() throws IOException {
        List<Path> files = options.data();
        common.startEngine();
        Progress progress = common.progress();
        List<Reviews> read = files.stream().map(ReviewFile::read).toList();
        Map<String, Reviews> byLanguage = ByLanguage.split(read, reviewOptions.given(), progress);
        long began = System.nanoTime();
        Path draft = options.registry().draft(Task.SENTIMENT);
        SentimentTraining training =
                new SentimentTraining(common.seed(), reviewOptions.encoders(draft, progress), progress);
        byLanguage.forEach(training::train);
        double parity = training.export(draft);
        ModelCard card = card(files, training, parity, (System.nanoTime() - began) / 1e9);
        ModelRegistry.Publication published = options.registry().publish(draft, card);
        System.out.print(report(card).table());
        System.out.println(published.folder().path()
                + (published.promoted() ? " is served: " : " is not served: ")
                + published.reason());
        return published.promoted() ? 0 : NOT_GOOD_ENOUGH;
    }

    private ModelCard card(List<Path> files, SentimentTraining training, double parity, double seconds)
            throws IOException {
        Map<String, Map<String, Double>> baselines = new TreeMap<>(training.figures());
        Map<String, Double> metrics = Map.copyOf(baselines.getOrDefault(SentimentTraining.MODEL, Map.of()));
        baselines.remove(SentimentTraining.MODEL);
        Instant now = Instant.now();
        return new ModelCard(
                Task.SENTIMENT,
                options.version(now),
                now,
                new ModelCard.Data(
                        files.stream()
                                .map(file -> String.valueOf(file.getFileName()))
                                .collect(Collectors.joining(", ")),
                        Digest.sha256(files),
                        Optional.empty(),
                        Optional.empty()),
                DECIDING,
                metrics,
                baselines,
                Map.of(),
                parity,
                common.seed(),
                seconds,
                training.settings().json());
    }

    private static Report report(ModelCard card) {
        return new Report(
                Task.SENTIMENT,
                card.data().description(),
                card.version(),
                card.metrics(),
                card.baselines(),
                card.seed(),
                card.trainSeconds());
    }
}
