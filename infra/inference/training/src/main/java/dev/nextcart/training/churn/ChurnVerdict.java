package dev.nextcart.training.churn;

import dev.nextcart.models.Metric;
import dev.nextcart.training.cli.Report;

/** Whether a model is good enough. */
final class ChurnVerdict {
    /** By it versions are compared: who is won back first is a matter of order. */
    static final Metric DECIDING = Metric.higher("AUC");

    private ChurnVerdict() {}

    /** Better than each baseline. */
    static boolean beats(Report report) {
        double model = report.metrics().getOrDefault(DECIDING.name(), Double.NaN);
        return report.baselines().values().stream()
                .allMatch(values -> DECIDING.isBetter(model, values.getOrDefault(DECIDING.name(), Double.NaN)));
    }
}
