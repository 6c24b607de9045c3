package dev.nextcart.training.sentiment;

import dev.nextcart.inference.Task;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.Progress;
import dev.nextcart.training.cli.CommonOptions;
import dev.nextcart.training.cli.EvaluateOptions;
import dev.nextcart.training.cli.Report;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./nextcart evaluate sentiment}. */
@Command(
        name = "sentiment",
        mixinStandardHelpOptions = true,
        description = "Judges the sentiment of reviews: accuracy, macro-F1, AUC and Brier score beside baselines.",
        footer = {
            "",
            "FILE, plain or gzip: text<TAB>label (0 or 1), CSV with the columns label and review, or events.jsonl of an",
            "export (4 and 5 stars are positive, 1 and 2 negative, 3 left out)."
        })
public final class EvaluateSentimentCommand implements Callable<Integer> {
    private static final String MODEL = "model";
    private static final int MOST_FOLDS = 100;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Mixin
    private final EvaluateOptions options = new EvaluateOptions();

    @Mixin
    private final ReviewOptions reviewOptions = new ReviewOptions();

    @Option(names = "--reviews", required = true, paramLabel = "FILE", description = "The reviews; see below")
    private Path reviews = Path.of("");

    @Option(names = "--folds", defaultValue = "10", description = "Cross-validation (default: ${DEFAULT-VALUE})")
    private int folds;

    @Option(names = "--split", description = "Instead of folds: learn from 80 %%, judge 20 %%, repeated texts removed")
    private boolean split;

    @Override
    public Integer call() {
        check();
        common.startEngine();
        long began = System.nanoTime();
        Progress progress = common.progress();
        Reviews read = ReviewFile.read(reviews);
        Reviews used = split ? read.distinct() : read;
        String language = reviewOptions.language(used);
        progress.say(used.all().size() + " reviews in " + language + " (" + read.leftOut() + " say neither, "
                + (read.all().size() - used.all().size()) + " repeated texts removed)");
        @Nullable Path stored = options.model().orElse(null);
        Map<String, Scores> scores = stored == null
                ? trained(used, language, progress)
                : Map.of(MODEL, StoredModel.judge(ModelFolder.open(stored), used, reviewOptions.given()));
        Report report = report(scores, language, (System.nanoTime() - began) / 1e9);
        System.out.print(report.table());
        options.write(report);
        return 0;
    }

    private void check() {
        CommonOptions.checkReadable(List.of(reviews));
        options.check();
        if (folds < 2 || folds > MOST_FOLDS) {
            throw new CannotRunException("--folds: " + folds + " is not in 2.." + MOST_FOLDS);
        }
    }

    private Map<String, Scores> trained(Reviews used, String language, Progress progress) {
        HeadTrainer trainer = new HeadTrainer(common.seed());
        Map<String, Protocol.Learner> learners = new LinkedHashMap<>();
        learners.put("majority", HeadTrainer::majority);
        learners.put("TF-IDF logistic", trainer::baseline);
        if (!options.baselinesOnly()) {
            learners.put(MODEL, trainer::train);
        }
        Protocol protocol = split ? Protocol.split(common.seed()) : Protocol.folds(folds, common.seed());
        return reviewOptions.withEncoders(
                progress, encoders -> protocol.judge(encoders.examples(language, used), learners, progress));
    }

    private Report report(Map<String, Scores> scores, String language, double seconds) {
        Map<String, Map<String, Double>> baselines = new LinkedHashMap<>();
        scores.forEach((name, value) -> {
            if (!name.equals(MODEL)) {
                baselines.put(name, value.metrics());
            }
        });
        Map<String, Double> metrics =
                scores.containsKey(MODEL) ? scores.get(MODEL).metrics() : Map.of();
        String model = options.model().map(Path::toString).orElse("bge-small-" + language + " and n-grams");
        return new Report(
                Task.SENTIMENT,
                String.valueOf(reviews.getFileName()),
                metrics.isEmpty() ? "none" : model,
                metrics,
                baselines,
                common.seed(),
                seconds);
    }
}
