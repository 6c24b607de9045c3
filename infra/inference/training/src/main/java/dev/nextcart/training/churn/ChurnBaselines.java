package dev.nextcart.training.churn;

import dev.nextcart.models.churn.BgNbd;
import dev.nextcart.models.churn.GammaGamma;
import dev.nextcart.models.churn.PurchaseBlend;
import dev.nextcart.models.churn.PurchaseHistory;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a model must beat: how long ago, how often, and BG/NBD with gamma-gamma. */
final class ChurnBaselines {
    private final Transactions transactions;
    private final LocalDate end;
    private final int horizonDays;

    ChurnBaselines(Transactions transactions, LocalDate end, int horizonDays) {
        this.transactions = transactions;
        this.end = end;
        this.horizonDays = horizonDays;
    }

    /** Their metrics on the test, by name. */
    Map<String, Map<String, Double>> metrics(ChurnEvaluation evaluation) {
        Map<String, Map<String, Double>> all = new LinkedHashMap<>();
        all.put("recency", single(evaluation, history -> Math.log1p(history.silentDays())));
        all.put("frequency", single(evaluation, history -> Math.log1p(history.repeats())));
        BgNbd bgNbd = new BgNbdFit(evaluation.histories()).fit();
        GammaGamma gammaGamma = new GammaGammaFit(evaluation.histories()).fit();
        String name = bgNbd.settled() ? "BG/NBD" : "BG/NBD (held by a prior)";
        List<ChurnEvaluation.Guess> guesses = evaluation.histories().stream()
                .map(history -> {
                    double purchases = bgNbd.expectedPurchases(history, horizonDays);
                    double cents = gammaGamma.expectedCents(history.days().size(), history.meanCents());
                    double churn = 1 - bgNbd.buysAgain(history, horizonDays);
                    return new ChurnEvaluation.Guess(churn, purchases, purchases * cents);
                })
                .toList();
        all.put(name, evaluation.metrics(guesses));
        all.put(name + " purchases", Map.of("AUC", evaluation.purchasesAuc(guesses)));
        return all;
    }

    /** One number, made a probability by logistic regression on the windows before the end; purchases at the rate so far. */
    private Map<String, Double> single(ChurnEvaluation evaluation, ToDoubleFunction<PurchaseHistory> feature) {
        OriginPlan plan = OriginPlan.of(transactions.firstDay(), end.toEpochDay(), horizonDays);
        Rows rows = Rows.of(transactions, plan.origins());
        double[][] columns = new double[rows.size()][];
        for (int row = 0; row < columns.length; row++) {
            double days = rows.get(row).origin().horizonDays();
            columns[row] = new double[] {feature.applyAsDouble(rows.get(row).history()), Math.log(days)};
        }
        Logistic logistic = Logistic.fit(columns, rows.churned());
        List<ChurnEvaluation.Guess> guesses = evaluation.histories().stream()
                .map(history -> {
                    double churn = logistic.probability(feature.applyAsDouble(history), Math.log(horizonDays));
                    double purchases = PurchaseBlend.purchasesAtOwnRate(history, horizonDays);
                    return new ChurnEvaluation.Guess(churn, purchases, purchases * history.meanCents());
                })
                .toList();
        return evaluation.metrics(guesses);
    }
}
