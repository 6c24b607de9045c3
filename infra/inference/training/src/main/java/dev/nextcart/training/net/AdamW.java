package dev.nextcart.training.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019) over all {@link Parameters}, by DJL's own fused update;
 * DJL's optimiser keeps its moments to itself, and a run that is to be resumed needs them.
 */
public final class AdamW {
    private static final float BETA1 = 0.9f;
    private static final float EPSILON = 1e-8f;
    private static final float NO_CLIPPING = -1;

    private final Parameters parameters;
    private final Settings settings;
    private final Predicate<String> decayed;
    private final Map<String, NDArray> means = new LinkedHashMap<>();
    private final Map<String, NDArray> variances = new LinkedHashMap<>();
    private int steps;

    /**
     * @param weightDecay per step as a share of the learning rate
     * @param beta2 0.98 or 0.999
     * @param maxNorm gradients are scaled down to this norm, all together; infinite for no limit
     */
    public record Settings(double weightDecay, double beta2, double maxNorm) {
        public static final Settings PLAIN = new Settings(0, 0.999, Double.POSITIVE_INFINITY);
    }

    /**
     * @param decayed of which parameters, by name; biases and gains usually not
     */
    public AdamW(Parameters parameters, Settings settings, Predicate<String> decayed) {
        this.parameters = parameters;
        this.settings = settings;
        this.decayed = decayed;
        for (String name : parameters.names()) {
            means.put(name, parameters.get(name).zerosLike());
            variances.put(name, parameters.get(name).zerosLike());
        }
    }

    /** Call outside of a gradient collector, after its backward; gradients are zero afterwards. */
    public void step(double learningRate) {
        steps++;
        double first = 1 - Math.pow(BETA1, steps);
        double second = 1 - Math.pow(settings.beta2(), steps);
        float corrected = (float) (learningRate * Math.sqrt(second) / first);
        try (NDManager scratch = parameters.manager().newSubManager()) {
            Map<String, NDArray> gradients = new LinkedHashMap<>();
            for (String name : parameters.names()) {
                NDArray gradient = parameters.get(name).getGradient();
                gradient.attach(scratch);
                gradients.put(name, gradient);
            }
            float scale = scale(scratch, gradients);
            gradients.forEach((name, gradient) -> update(name, gradient, (float) learningRate, corrected, scale));
        }
    }

    private void update(String name, NDArray gradient, float learningRate, float corrected, float scale) {
        NDArray weight = parameters.get(name);
        weight.getNDArrayInternal()
                .adamUpdate(
                        new NDList(weight, gradient, means.get(name), variances.get(name)),
                        new NDList(weight),
                        learningRate,
                        corrected,
                        decayed.test(name) ? (float) settings.weightDecay() : 0,
                        scale,
                        NO_CLIPPING,
                        BETA1,
                        (float) settings.beta2(),
                        EPSILON,
                        true,
                        true);
        gradient.muli(0);
    }

    private float scale(NDManager scratch, Map<String, NDArray> gradients) {
        if (Double.isInfinite(settings.maxNorm())) {
            return 1;
        }
        double squares = 0;
        for (NDArray gradient : gradients.values()) {
            NDArray square = gradient.square().sum();
            square.attach(scratch);
            squares += square.getFloat();
        }
        double norm = Math.sqrt(squares);
        return norm > settings.maxNorm() ? (float) (settings.maxNorm() / norm) : 1;
    }

    int steps() {
        return steps;
    }

    Map<String, float[]> moments() {
        Map<String, float[]> moments = new LinkedHashMap<>();
        means.forEach((name, array) -> moments.put("mean:" + name, array.toFloatArray()));
        variances.forEach((name, array) -> moments.put("variance:" + name, array.toFloatArray()));
        return moments;
    }

    void restore(int stepsDone, Map<String, float[]> moments) {
        steps = stepsDone;
        means.forEach((name, array) -> array.set(moments.get("mean:" + name)));
        variances.forEach((name, array) -> array.set(moments.get("variance:" + name)));
    }
}
