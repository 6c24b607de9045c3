package dev.nextcart.training.churn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.nextcart.models.Metric;
import dev.nextcart.training.Progress;
import dev.nextcart.training.net.AdamW;
import dev.nextcart.training.net.Parameters;
import dev.nextcart.training.net.Torch;
import dev.nextcart.training.net.TrainingRun;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * A generalised additive model (Hastie and Tibshirani 1990) of churning, trained by DJL: log-odds are a sum of one function
 * per feature. Members differ in the shoppers that they are shown (each Poisson(1) times: the bootstrap of Oza and Russell
 * 2001); their mean is again additive, and is what is kept.
 */
final class AdditiveNetwork {
    static final int MEMBERS = 8;
    private static final int BATCH = 1_024;
    private static final double LEARNING_RATE = 0.02;
    private static final double DECAY = 0.85;

    private final NetworkShape shape;
    private final Splines splines;
    private final long seed;

    AdditiveNetwork(NetworkShape shape, Splines splines, long seed) {
        this.shape = shape;
        this.splines = splines;
        this.seed = seed;
    }

    /**
     * @param rows what to learn
     * @param functions of the rows: {@link Splines#values}
     */
    @SuppressWarnings("ArrayRecordComponent") // megabytes, not copied; nobody compares them
    record Lesson(Rows rows, Splines splines, float[] functions) {}

    /**
     * @param patience as in {@link TrainingRun.Settings}
     * @param checkpoint empty for a run that is not resumed
     */
    record Schedule(int epochs, int patience, Optional<Path> checkpoint, String fingerprint, boolean keepBest) {}

    record Trained(AdditiveEffects effects, int bestEpoch) {}

    /**
     * @param validation the lower the better; asked after each epoch
     */
    Trained train(Lesson lesson, Schedule schedule, ToDoubleFunction<AdditiveEffects> validation, Progress progress) {
        try (NDManager manager = Torch.manager();
                Parameters parameters = new Parameters(manager, seed)) {
            parameters.zeros("weights", Splines.FUNCTIONS, MEMBERS);
            parameters.zeros("bias", MEMBERS);
            AdamW optimiser = new AdamW(parameters, AdamW.Settings.PLAIN, name -> false);
            TrainingRun run = new TrainingRun(
                    parameters,
                    optimiser,
                    new TrainingRun.Settings(
                            schedule.epochs(),
                            schedule.patience(),
                            Metric.lower("log loss"),
                            schedule.checkpoint(),
                            schedule.fingerprint(),
                            seed,
                            schedule.keepBest()),
                    progress);
            TrainingRun.Result result = run.run(new TrainingRun.Epochs() {
                private final float[] counts = bootstrap(lesson.rows());

                @Override
                public long steps() {
                    return Math.ceilDiv(lesson.rows().size(), BATCH);
                }

                @Override
                public double train(int epoch, Runnable stepDone) {
                    return epoch(manager, parameters, optimiser, lesson, counts, epoch, stepDone);
                }

                @Override
                public double validate() {
                    return validation.applyAsDouble(effects(parameters));
                }
            });
            run.forget();
            return new Trained(effects(parameters), result.bestEpoch());
        }
    }

    /** How often each member sees each row; all rows of a shopper alike, as they are not independent. */
    private float[] bootstrap(Rows rows) {
        float[] counts = new float[rows.size() * MEMBERS];
        for (int row = 0; row < rows.size(); row++) {
            RandomGenerator random =
                    new SplittableRandom(seed * 1_000_003 + rows.get(row).shopper());
            for (int member = 0; member < MEMBERS; member++) {
                double product = random.nextDouble();
                int count = 0;
                while (product > Math.exp(-1)) { // Knuth's way to Poisson(1)
                    product *= random.nextDouble();
                    count++;
                }
                counts[row * MEMBERS + member] = count;
            }
        }
        return counts;
    }

    private double epoch(
            NDManager manager,
            Parameters parameters,
            AdamW optimiser,
            Lesson lesson,
            float[] counts,
            int epoch,
            Runnable stepDone) {
        int[] order = Shuffle.order(lesson.rows().size(), seed * 31 + epoch);
        double rate = LEARNING_RATE * Math.pow(DECAY, epoch - 1);
        double sum = 0;
        int steps = 0;
        for (int from = 0; from < order.length; from += BATCH) {
            int size = Math.min(BATCH, order.length - from);
            float[] functions = new float[size * Splines.FUNCTIONS];
            float[] weights = new float[size * MEMBERS];
            float[] churned = new float[size];
            for (int index = 0; index < size; index++) {
                int row = order[from + index];
                System.arraycopy(
                        lesson.functions(),
                        row * Splines.FUNCTIONS,
                        functions,
                        index * Splines.FUNCTIONS,
                        Splines.FUNCTIONS);
                System.arraycopy(counts, row * MEMBERS, weights, index * MEMBERS, MEMBERS);
                churned[index] = lesson.rows().get(row).churned() ? 1 : 0;
            }
            try (NDManager batch = manager.newSubManager()) {
                NDArray mask = batch.create(shape.mask(), new Shape(Splines.FUNCTIONS, 1));
                NDArray penalties = batch.create(shape.penalties(), new Shape(Splines.FUNCTIONS, 1));
                NDArray inputs = batch.create(functions, new Shape(size, Splines.FUNCTIONS));
                NDArray truths = batch.create(churned, new Shape(size, 1));
                NDArray often = batch.create(weights, new Shape(size, MEMBERS));
                sum += step(batch, parameters, new NDArray[] {mask, penalties, inputs, truths, often});
            }
            optimiser.step(rate);
            steps++;
            stepDone.run();
        }
        return sum / steps;
    }

    private static double step(NDManager batch, Parameters parameters, NDArray[] given) {
        NDArray weights = parameters.get("weights");
        NDArray bias = parameters.get("bias");
        weights.tempAttach(batch);
        bias.tempAttach(batch);
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray used = weights.mul(given[0]);
            NDArray logOdds = given[2].matMul(used).add(bias);
            // softplus(l) - y l, safe for large l
            NDArray losses = logOdds.abs()
                    .neg()
                    .exp()
                    .add(1)
                    .log()
                    .add(logOdds.maximum(0))
                    .sub(logOdds.mul(given[3]));
            NDArray data = losses.mul(given[4]).mean(new int[] {0}).sum();
            NDArray loss = data.add(used.square().mul(given[1]).sum());
            collector.backward(loss);
            return loss.getFloat() / MEMBERS;
        }
    }

    private AdditiveEffects effects(Parameters parameters) {
        float[] weights = parameters.values("weights");
        float[] bias = parameters.values("bias");
        float[] mask = shape.mask();
        float[] mean = new float[Splines.FUNCTIONS];
        double intercept = 0;
        for (int member = 0; member < MEMBERS; member++) {
            intercept += bias[member] / MEMBERS;
            for (int function = 0; function < mean.length; function++) {
                mean[function] += mask[function] * weights[function * MEMBERS + member] / MEMBERS;
            }
        }
        return new AdditiveEffects(splines, mean, (float) intercept);
    }
}
