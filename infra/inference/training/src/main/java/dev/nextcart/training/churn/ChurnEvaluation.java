package dev.nextcart.training.churn;

import dev.nextcart.inference.ChurnInstance;
import dev.nextcart.inference.ChurnRisk;
import dev.nextcart.inference.Outcome;
import dev.nextcart.inference.Purchase;
import dev.nextcart.models.ModelException;
import dev.nextcart.models.churn.ChurnPredictor;
import dev.nextcart.models.churn.PurchaseHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The test: what each method says at the calibration's end, against what came. Read once, by the serving code itself. */
final class ChurnEvaluation {
    private static final int CHUNK = 512;

    private final List<Shopper> shoppers;
    private final Origin origin;

    private record Shopper(List<Purchase> known, PurchaseHistory history, Transactions.Future future) {}

    /** What a method says, by shopper; {@code NaN} where it says nothing. */
    record Guess(double churn, double purchases, double cents) {}

    ChurnEvaluation(Transactions transactions, LocalDate end, int horizonDays) {
        this.origin = new Origin(end.toEpochDay(), horizonDays);
        this.shoppers = transactions.byShopper().values().stream()
                .map(all -> new Shopper(
                        known(all), PurchaseHistory.upTo(origin.day(), all), Transactions.Future.of(all, origin)))
                .filter(shopper -> !shopper.history().isEmpty())
                .toList();
    }

    /** As a caller would send them: up to the day, the latest if they are too many. */
    private List<Purchase> known(List<Purchase> all) {
        List<Purchase> known = all.stream()
                .filter(purchase -> PurchaseHistory.day(purchase.occurredAt()) <= origin.day())
                .toList();
        return known.subList(Math.max(0, known.size() - ChurnInstance.MAX_PURCHASES), known.size());
    }

    List<PurchaseHistory> histories() {
        return shoppers.stream().map(Shopper::history).toList();
    }

    int size() {
        return shoppers.size();
    }

    /** Name to value. AUC, Brier and calibration error are of churning; money is in minor units. */
    Map<String, Double> metrics(List<Guess> guesses) {
        boolean[] churned = new boolean[shoppers.size()];
        double[] purchases = new double[shoppers.size()];
        double[] cents = new double[shoppers.size()];
        for (int index = 0; index < churned.length; index++) {
            Transactions.Future future = shoppers.get(index).future();
            churned[index] = future.purchases() == 0;
            purchases[index] = future.purchases();
            cents[index] = future.cents();
        }
        double[] probabilities = guesses.stream().mapToDouble(Guess::churn).toArray();
        double[] counts = guesses.stream().mapToDouble(Guess::purchases).toArray();
        double[] values = guesses.stream().mapToDouble(Guess::cents).toArray();
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("AUC", ChurnMetrics.auc(probabilities, churned));
        all.put("Brier", ChurnMetrics.brier(probabilities, churned));
        all.put("ECE", ChurnMetrics.calibrationError(probabilities, churned));
        all.put("levelError", mean(probabilities) - share(churned));
        all.put("purchasesMAE", ChurnMetrics.meanAbsoluteError(counts, purchases));
        all.put("purchasesRMSE", ChurnMetrics.rootMeanSquaredError(counts, purchases));
        all.put("valueMAE", ChurnMetrics.meanAbsoluteError(values, cents));
        all.put("valueRMSE", ChurnMetrics.rootMeanSquaredError(values, cents));
        all.values().removeIf(value -> !Double.isFinite(value));
        return all;
    }

    /** By expected purchases alone: the way in which BG/NBD ranks best. */
    double purchasesAuc(List<Guess> guesses) {
        boolean[] again = new boolean[shoppers.size()];
        for (int index = 0; index < again.length; index++) {
            again[index] = shoppers.get(index).future().purchases() > 0;
        }
        return ChurnMetrics.auc(guesses.stream().mapToDouble(Guess::purchases).toArray(), again);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double share(boolean[] values) {
        long count = 0;
        for (boolean each : values) {
            count += each ? 1 : 0;
        }
        return (double) count / values.length;
    }

    List<Guess> guesses(ChurnPredictor predictor) {
        Instant asOf = LocalDate.ofEpochDay(origin.day() + 1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .minusMillis(1);
        List<Guess> guesses = new ArrayList<>();
        for (int from = 0; from < shoppers.size(); from += CHUNK) {
            List<ChurnInstance> chunk = shoppers.subList(from, Math.min(shoppers.size(), from + CHUNK)).stream()
                    .map(shopper -> new ChurnInstance(shopper.known(), asOf, origin.horizonDays()))
                    .toList();
            predictor.predict(chunk).forEach(outcome -> guesses.add(guess(outcome)));
        }
        return guesses;
    }

    private static Guess guess(Outcome<ChurnRisk> outcome) {
        return outcome.map(
                risk -> new Guess(risk.probability(), risk.expectedPurchases(), risk.expectedValueCents()), refused -> {
                    throw new ModelException(refused.message());
                });
    }
}
