package dev.nextcart.training.churn;

import dev.nextcart.models.churn.ChurnPredictor;
import dev.nextcart.models.churn.Feature;
import dev.nextcart.training.onnx.OnnxGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A trained additive network: of each feature a piecewise linear function, and their sum.
 *
 * @param weights of {@link Splines#FUNCTIONS} functions
 * @param intercept log-odds where all functions are 0
 */
@SuppressWarnings("ArrayRecordComponent") // 60 numbers, not changed; nobody compares them
record AdditiveEffects(Splines splines, float[] weights, float intercept) {
    private static final int FEATURES = Feature.ALL.size();

    /** Their mean is additive again. All are over the same splines. */
    static AdditiveEffects mean(List<AdditiveEffects> members) {
        float[] weights = new float[Splines.FUNCTIONS];
        double intercept = 0;
        for (AdditiveEffects member : members) {
            intercept += member.intercept / members.size();
            for (int function = 0; function < weights.length; function++) {
                weights[function] += member.weights[function] / members.size();
            }
        }
        return new AdditiveEffects(members.getFirst().splines(), weights, (float) intercept);
    }

    /** Of each row. */
    double[] logOdds(float[] functions) {
        double[] logOdds = new double[functions.length / Splines.FUNCTIONS];
        for (int row = 0; row < logOdds.length; row++) {
            double sum = intercept;
            for (int function = 0; function < Splines.FUNCTIONS; function++) {
                sum += (double) weights[function] * functions[row * Splines.FUNCTIONS + function];
            }
            logOdds[row] = sum;
        }
        return logOdds;
    }

    /** The mean of each feature's effect over rows: what the average shopper has of it. */
    float[] averages(float[] functions) {
        double[] sums = new double[FEATURES];
        int rows = functions.length / Splines.FUNCTIONS;
        for (int index = 0; index < functions.length; index++) {
            int function = index % Splines.FUNCTIONS;
            int feature = function < FEATURES ? function : (function - FEATURES) / Splines.HINGES;
            sums[feature] += (double) weights[function] * functions[index];
        }
        float[] averages = new float[FEATURES];
        for (int feature = 0; feature < FEATURES; feature++) {
            averages[feature] = (float) (sums[feature] / Math.max(1, rows));
        }
        return averages;
    }

    /** Log-odds become {@code intercept + slope · log-odds}. */
    AdditiveEffects calibrated(Calibration calibration) {
        float[] scaled = new float[weights.length];
        for (int index = 0; index < scaled.length; index++) {
            scaled[index] = (float) (weights[index] * calibration.slope());
        }
        double moved = calibration.intercept() + calibration.slope() * intercept;
        return new AdditiveEffects(splines, scaled, (float) moved);
    }

    /**
     * Writes the network: rows of features in, log-odds and each feature's contribution out.
     *
     * @param averages of {@link #averages}: contributions are against them
     */
    void export(Path file, float[] averages) throws IOException {
        OnnxGraph graph = new OnnxGraph("churn");
        String given = graph.input(ChurnPredictor.FEATURES, OnnxGraph.Type.FLOAT, "batch", FEATURES);
        String mean = graph.constant("mean", splines.mean(), FEATURES);
        String known = graph.op("Where", graph.op("IsNaN", given), mean, given);
        String low = graph.op("Max", known, graph.constant("low", splines.low(), FEATURES));
        String held = graph.op("Min", low, graph.constant("high", splines.high(), FEATURES));
        String standard = graph.op(
                "Div", graph.op("Sub", held, mean), graph.constant("deviation", splines.deviation(), FEATURES));
        String wide = graph.op("Unsqueeze", standard, graph.longs(2));
        String knots = graph.constant("knots", splines.knots(), FEATURES, Splines.HINGES);
        String hinges = graph.op("Relu", graph.op("Sub", wide, knots));
        float[] slopes = Arrays.copyOf(weights, FEATURES);
        float[] bends = Arrays.copyOfRange(weights, FEATURES, weights.length);
        String bent = graph.op("Mul", hinges, graph.constant("bends", bends, FEATURES, Splines.HINGES));
        String curve = graph.op("ReduceSum", Map.of("keepdims", 0), bent, graph.longs(2));
        String line = graph.op("Mul", standard, graph.constant("slopes", slopes, FEATURES));
        String average = graph.constant("averages", averages, FEATURES);
        String contributions = graph.op("Sub", graph.op("Add", line, curve), average);
        double base = intercept;
        for (float each : averages) {
            base += each;
        }
        String sum = graph.op("ReduceSum", Map.of("keepdims", 0), contributions, graph.longs(1));
        String logOdds = graph.op("Add", sum, graph.scalar(base));
        graph.output(logOdds, ChurnPredictor.LOG_ODDS, OnnxGraph.Type.FLOAT, "batch");
        graph.output(contributions, ChurnPredictor.CONTRIBUTIONS, OnnxGraph.Type.FLOAT, "batch", FEATURES);
        graph.write(file);
    }
}
