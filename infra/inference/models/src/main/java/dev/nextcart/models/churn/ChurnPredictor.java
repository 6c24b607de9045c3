package dev.nextcart.models.churn;

import dev.nextcart.inference.ChurnInstance;
import dev.nextcart.inference.ChurnRisk;
import dev.nextcart.inference.ChurnRisk.Band;
import dev.nextcart.inference.ChurnRisk.Reason;
import dev.nextcart.inference.Outcome;
import dev.nextcart.models.ModelException;
import dev.nextcart.models.ModelFolder;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.Predictor;
import dev.nextcart.models.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Answers who will leave. The network is additive: a function of each feature, summed. So its reasons are exact: the
 * contributions of all features are the log-odds less those of the average shopper. A request is one run of it. Who bought
 * but once has no gaps of his own, and whoever never bought nothing at all; both are answered, and the method says so.
 */
public final class ChurnPredictor implements Predictor<ChurnInstance, ChurnRisk> {
    /** Input of the network: rows of {@link Feature}, NaN where there is none. */
    public static final String FEATURES = "features";

    /** First output: log-odds of churning, a number a row. */
    public static final String LOG_ODDS = "logOdds";

    /** Second output: what each feature adds to them, as wide as the input. */
    public static final String CONTRIBUTIONS = "contributions";

    static final String NETWORK = "additive network";
    static final String ONE_PURCHASE = NETWORK + ", one purchase";
    static final String OTHER_HORIZON = ", horizon by its survival form";
    static final String NO_PURCHASES = "average shopper, no purchases";

    /** What a person reads. */
    private static final int REASONS = 5;

    private static final double NEGLIGIBLE = 1e-4;

    private final OnnxModel network;
    private final ChurnSettings settings;

    public ChurnPredictor(OnnxModel network, ChurnSettings settings) {
        this.network = network;
        this.settings = settings;
        if (!network.inputs().equals(List.of(FEATURES))) {
            throw new ModelException("a churn network takes " + FEATURES + ", not " + network.inputs());
        }
    }

    /**
     * @throws ModelException if the folder holds no churn model of this program's
     */
    public static ChurnPredictor open(ModelFolder folder) {
        ChurnSettings settings = ChurnSettings.of(folder.card().settings());
        Path file = folder.file("model.onnx");
        return new ChurnPredictor(OnnxModel.open(file), settings);
    }

    public ChurnSettings settings() {
        return settings;
    }

    @Override
    public List<Outcome<ChurnRisk>> predict(List<ChurnInstance> instances) {
        List<PurchaseHistory> histories = instances.stream()
                .map(each -> PurchaseHistory.upTo(PurchaseHistory.day(each.asOf()), each.purchases()))
                .toList();
        int known = (int) histories.stream().filter(each -> !each.isEmpty()).count();
        float[] rows = new float[known * Feature.ALL.size()];
        int row = 0;
        for (int index = 0; index < instances.size(); index++) {
            if (!histories.get(index).isEmpty()) {
                FeatureRow.fill(
                        rows,
                        row++,
                        histories.get(index),
                        settings.bgNbd(),
                        instances.get(index).horizonDays());
            }
        }
        float[] logOdds = {};
        float[] contributions = {};
        if (known > 0) {
            List<OnnxModel.Output> outputs =
                    network.run(Map.of(FEATURES, new Tensor.Floats(rows, known, Feature.ALL.size())));
            logOdds = outputs.get(0).values();
            contributions = outputs.get(1).values();
        }
        List<Outcome<ChurnRisk>> outcomes = new ArrayList<>(instances.size());
        row = 0;
        for (int index = 0; index < instances.size(); index++) {
            int horizonDays = instances.get(index).horizonDays();
            PurchaseHistory history = histories.get(index);
            if (history.isEmpty()) {
                outcomes.add(Outcome.answered(average(horizonDays)));
            } else {
                outcomes.add(outcome(history, horizonDays, logOdds[row], contributions, row * Feature.ALL.size()));
                row++;
            }
        }
        return outcomes;
    }

    private Outcome<ChurnRisk> outcome(
            PurchaseHistory history, int horizonDays, double logOdds, float[] contributions, int from) {
        if (!Double.isFinite(logOdds)) {
            return new Outcome.Refused<>(Outcome.Refused.MODEL_FAILED, "the churn network gave " + logOdds);
        }
        double probability = probability(logOdds);
        double bgNbd = settings.bgNbd().expectedPurchases(history, horizonDays);
        double purchases = settings.blend().purchases(history, probability, bgNbd, horizonDays);
        double cents = settings.gammaGamma().expectedCents(history.days().size(), history.meanCents());
        String method = history.repeats() == 0 ? ONE_PURCHASE : NETWORK;
        return Outcome.answered(new ChurnRisk(
                probability,
                Band.of(probability),
                purchases,
                Math.round(purchases * cents),
                horizonDays,
                reasons(history, horizonDays, contributions, from),
                method + otherHorizon(horizonDays)));
    }

    private String otherHorizon(int horizonDays) {
        return horizonDays == settings.horizonDays() ? "" : OTHER_HORIZON;
    }

    private List<Reason> reasons(PurchaseHistory history, int horizonDays, float[] contributions, int from) {
        Feature.Question question = new Feature.Question(settings.bgNbd(), horizonDays);
        List<Reason> reasons = new ArrayList<>();
        for (int index = 0; index < Feature.ALL.size(); index++) {
            Feature feature = Feature.ALL.get(index);
            double value = feature.value(history, question);
            double contribution = contributions[from + index];
            // The horizon is the asker's, not the shopper's; what a shopper lacks is no reason either.
            if (feature != Feature.HORIZON_DAYS && !Double.isNaN(value) && Math.abs(contribution) >= NEGLIGIBLE) {
                reasons.add(new Reason(feature.wireName(), value, contribution));
            }
        }
        reasons.sort(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.contribution())));
        return List.copyOf(reasons.subList(0, Math.min(REASONS, reasons.size())));
    }

    private ChurnRisk average(int horizonDays) {
        ChurnSettings.Average average = settings.average();
        double longer = Math.log((double) horizonDays / settings.horizonDays());
        double probability = probability(average.churnLogOdds() + average.logOddsPerLogDay() * longer);
        double purchases = average.purchases() * horizonDays / settings.horizonDays();
        return new ChurnRisk(
                probability,
                Band.of(probability),
                purchases,
                Math.round(purchases * settings.gammaGamma().meanCents()),
                horizonDays,
                List.of(),
                NO_PURCHASES + otherHorizon(horizonDays));
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    @Override
    public void close() {
        network.close();
    }
}
