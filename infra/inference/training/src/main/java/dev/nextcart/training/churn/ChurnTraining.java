package dev.nextcart.training.churn;

import dev.nextcart.models.churn.BgNbd;
import dev.nextcart.models.churn.ChurnSettings;
import dev.nextcart.models.churn.GammaGamma;
import dev.nextcart.models.churn.PurchaseBlend;
import dev.nextcart.models.churn.PurchaseHistory;
import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Trains on what lies up to the calibration's end, in two rounds. The first keeps the last window for validation and chooses
 * there the network's shape, its epochs, its calibration and the blend for expected purchases; the second learns from all
 * windows with what was chosen. Labels never come from after the end.
 */
public final class ChurnTraining {
    /** A validation window is at most this share of the time there is. */
    private static final int VALIDATION_SHARE = 3;

    private static final int PATIENCE = 12;

    /** Fewer shoppers with a known outcome of either kind teach nothing. */
    private static final int LEAST_OF_EACH = 10;

    private final Transactions transactions;
    private final long endDay;
    private final int horizonDays;
    private final long seed;
    private final int epochs;
    private final Progress progress;

    public ChurnTraining(
            Transactions transactions, LocalDate end, int horizonDays, long seed, int epochs, Progress progress) {
        this.transactions = transactions;
        this.endDay = end.toEpochDay();
        this.horizonDays = horizonDays;
        this.seed = seed;
        this.epochs = epochs;
        this.progress = progress;
    }

    /**
     * @param averages of each feature's effect, at the horizon and end asked for
     * @param features of the shoppers there are now, for parity
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, not copied; nobody compares them
    record Result(AdditiveEffects effects, float[] averages, ChurnSettings settings, float[] features) {}

    private record Choice(List<Chosen> networks, Calibration calibration, PurchaseBlend blend) {}

    private record Chosen(NetworkShape shape, int epochs, AdditiveEffects effects) {}

    /**
     * @param checkpoint of the last round: the first takes seconds
     * @throws CannotRunException if there is too little to learn from
     */
    Result train(Optional<Path> checkpoint, String fingerprint) {
        Choice choice = choose();
        OriginPlan plan = OriginPlan.of(transactions.firstDay(), endDay, horizonDays);
        Rows rows = learnable(Rows.of(transactions, plan.origins()));
        Collection<PurchaseHistory> atEnd = histories(endDay);
        BgNbd bgNbd = new BgNbdFit(atEnd).fit();
        GammaGamma gammaGamma = new GammaGammaFit(atEnd).fit();
        progress.say(BgNbdFit.told(bgNbd));
        float[] features = rows.features(bgNbd);
        Splines splines = Splines.of(features);
        AdditiveNetwork.Lesson lesson = new AdditiveNetwork.Lesson(rows, splines, splines.values(features));
        boolean[] truths = rows.churned();
        List<AdditiveEffects> members = new ArrayList<>();
        for (Chosen chosen : choice.networks()) {
            Optional<Path> file =
                    checkpoint.map(path -> path.resolveSibling(path.getFileName() + "-" + members.size()));
            AdditiveNetwork.Schedule schedule = new AdditiveNetwork.Schedule(
                    chosen.epochs(), chosen.epochs() + 1, file, fingerprint + chosen.shape(), false);
            members.add(new AdditiveNetwork(chosen.shape(), splines, seed)
                    .train(
                            lesson,
                            schedule,
                            effects -> ChurnMetrics.logLoss(
                                    Calibration.NONE.probabilities(effects.logOdds(lesson.functions())), truths),
                            progress)
                    .effects());
        }
        AdditiveEffects effects = AdditiveEffects.mean(members).calibrated(choice.calibration());
        Rows now = Rows.of(transactions, List.of(new Origin(endDay, horizonDays)));
        float[] nowFeatures = now.features(bgNbd);
        float[] nowFunctions = splines.values(nowFeatures);
        ChurnSettings settings = new ChurnSettings(
                horizonDays,
                plan.longestDays(),
                bgNbd,
                gammaGamma,
                choice.blend(),
                AverageShopper.of(now, effects, bgNbd, choice.blend(), horizonDays));
        return new Result(effects, effects.averages(nowFunctions), settings, nowFeatures);
    }

    private Choice choose() {
        long span = endDay - transactions.firstDay();
        int days = (int) Math.max(1, Math.min(horizonDays, span / VALIDATION_SHARE));
        long until = endDay - days;
        // Validation asks for the leap that the test asks for: from the longest window that can be learnt to a longer
        // one.
        int longest =
                OriginPlan.of(transactions.firstDay(), endDay, horizonDays).longestDays();
        int learnt = Math.max(1, Math.toIntExact((long) days * longest / horizonDays));
        OriginPlan plan = OriginPlan.of(transactions.firstDay(), until, learnt);
        Rows rows = learnable(Rows.of(transactions, plan.origins()));
        Rows validation = learnable(Rows.of(transactions, List.of(new Origin(until, days))));
        BgNbd bgNbd = new BgNbdFit(histories(until)).fit();
        float[] features = rows.features(bgNbd);
        Splines splines = Splines.of(features);
        AdditiveNetwork.Lesson lesson = new AdditiveNetwork.Lesson(rows, splines, splines.values(features));
        float[] asked = splines.values(validation.features(bgNbd));
        boolean[] truths = validation.churned();
        progress.say(String.format(
                Locale.ROOT,
                "choosing on %s: %d shoppers, learning from %d rows",
                new Origin(until, days),
                validation.size(),
                rows.size()));
        List<Chosen> networks = new ArrayList<>();
        for (List<NetworkShape> candidates : NetworkShape.candidates()) {
            networks.add(best(candidates, lesson, asked, truths));
        }
        double[] logOdds = AdditiveEffects.mean(
                        networks.stream().map(Chosen::effects).toList())
                .logOdds(asked);
        Calibration calibration = Calibration.chosen(logOdds, truths);
        PurchaseBlend blend = PurchaseBlendFit.fit(validation, calibration.probabilities(logOdds), bgNbd);
        progress.say(String.format(
                Locale.ROOT, "their mean: AUC %.4f, %s, %s", ChurnMetrics.auc(logOdds, truths), calibration, blend));
        return new Choice(networks, calibration, blend);
    }

    private Chosen best(List<NetworkShape> candidates, AdditiveNetwork.Lesson lesson, float[] asked, boolean[] truths) {
        Splines splines = lesson.splines();
        double least = Double.POSITIVE_INFINITY;
        @Nullable Chosen best = null;
        for (NetworkShape candidate : candidates) {
            AdditiveNetwork.Schedule schedule =
                    new AdditiveNetwork.Schedule(epochs, PATIENCE, Optional.empty(), "", true);
            AdditiveNetwork.Trained trained = new AdditiveNetwork(candidate, splines, seed)
                    .train(
                            lesson,
                            schedule,
                            effects -> Calibration.reachableLogLoss(effects.logOdds(asked), truths),
                            Progress.SILENT);
            double loss = Calibration.reachableLogLoss(trained.effects().logOdds(asked), truths);
            if (best == null || loss < least) {
                least = loss;
                best = new Chosen(candidate, Math.max(1, trained.bestEpoch()), trained.effects());
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("there are no candidates");
        }
        progress.say(
                String.format(Locale.ROOT, "chosen: %s, %d epochs, log loss %.4f", best.shape(), best.epochs(), least));
        return best;
    }

    private List<PurchaseHistory> histories(long day) {
        return transactions.byShopper().values().stream()
                .map(purchases -> PurchaseHistory.upTo(day, purchases))
                .filter(history -> !history.isEmpty())
                .toList();
    }

    private Rows learnable(Rows rows) {
        long churned = 0;
        for (boolean each : rows.churned()) {
            churned += each ? 1 : 0;
        }
        if (Math.min(churned, rows.size() - churned) < LEAST_OF_EACH) {
            throw new CannotRunException("up to " + LocalDate.ofEpochDay(endDay) + ", of " + rows.size()
                    + " looks ahead " + churned + " ended without a purchase; at least " + LEAST_OF_EACH
                    + " of each kind are needed to learn: take a longer file or another --days");
        }
        return rows;
    }
}
