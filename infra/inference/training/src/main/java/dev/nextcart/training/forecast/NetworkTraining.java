package dev.nextcart.training.forecast;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.nextcart.training.forecast.WindowSampler.Batch;
import dev.nextcart.training.net.AdamW;
import dev.nextcart.training.net.TrainingRun;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * Epochs of drawn windows. The loss is the measure itself, error by error: each member's share of MASE and sMAPE, both over
 * Naive2's, for the median; and pinball loss in the same units for the two outer quantiles.
 */
final class NetworkTraining implements TrainingRun.Epochs {
    private static final double RATE = 1e-3;
    private static final double LAST_RATE = 0.02;
    private static final int WARMING_STEPS = 60;

    /** Of the outer quantiles beside the median. */
    private static final double PINBALL_SHARE = 0.5;

    private final NDManager manager;
    private final ForecastNet net;
    private final AdamW optimiser;
    private final WindowSampler sampler;
    private final Yardstick yardstick;
    private final ForecastPlan plan;
    private final long seed;
    private final DoubleSupplier validation;

    NetworkTraining(
            NDManager manager,
            ForecastNet net,
            AdamW optimiser,
            WindowSampler sampler,
            Yardstick yardstick,
            ForecastPlan plan,
            long seed,
            DoubleSupplier validation) {
        this.manager = manager;
        this.net = net;
        this.optimiser = optimiser;
        this.sampler = sampler;
        this.yardstick = yardstick;
        this.plan = plan;
        this.seed = seed;
        this.validation = validation;
    }

    @Override
    public long steps() {
        return plan.stepsInEpoch();
    }

    @Override
    public double train(int epoch, Runnable stepDone) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + epoch);
        double loss = 0;
        for (int step = 0; step < plan.stepsInEpoch(); step++) {
            Batch batch = sampler.draw(ForecastPlan.BATCH, random);
            loss += step(batch, rate((epoch - 1) * plan.stepsInEpoch() + step));
            stepDone.run();
        }
        return loss / plan.stepsInEpoch();
    }

    /** Warmed up, then falling as a cosine (Loshchilov and Hutter 2017) over all epochs that there might be. */
    private double rate(int step) {
        double all = (double) plan.epochs() * plan.stepsInEpoch();
        double cosine = (1 + Math.cos(Math.PI * Math.min(1, step / all))) / 2;
        return RATE * Math.min(1, (step + 1.0) / WARMING_STEPS) * (LAST_RATE + (1 - LAST_RATE) * cosine);
    }

    private double step(Batch batch, double rate) {
        double value;
        try (NDManager scratch = manager.newSubManager()) {
            int horizon = plan.shape().horizon();
            Shape rows = new Shape(batch.rows(), horizon);
            NDArray windows = scratch.create(
                    batch.inputs(), new Shape(batch.rows(), plan.shape().width()));
            NDArray targets = scratch.create(batch.targets(), rows);
            NDArray weights = scratch.create(batch.weights(), rows);
            NDArray sizes = scratch.create(batch.sizes(), rows);
            NDArray centres = scratch.create(batch.centres(), new Shape(batch.rows(), 1));
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray loss = null;
                for (int member = 0; member < net.members().size(); member++) {
                    NDArray own = loss(member, windows, targets, weights, sizes, centres);
                    loss = loss == null ? own : loss.add(own);
                }
                if (loss == null) {
                    throw new IllegalStateException("an ensemble without members");
                }
                collector.backward(loss);
                value = loss.getFloat() / net.members().size();
            }
            optimiser.step(rate);
        }
        return value;
    }

    private NDArray loss(
            int member, NDArray windows, NDArray targets, NDArray weights, NDArray sizes, NDArray centres) {
        ForecastNet.Outputs outputs = net.forward(member, windows);
        double smape = net.members().get(member).smape();
        NDArray fixed = outputs.median().stopGradient();
        NDArray weight = weights.mul((1 - smape) / yardstick.naive2Mase());
        if (smape > 0) {
            NDArray size = fixed.add(centres).abs().add(sizes).maximum(0.05f);
            weight = weight.add(size.pow(-1).mul(200 * smape / yardstick.naive2Smape()));
        }
        NDArray below = targets.sub(fixed.sub(outputs.down()));
        NDArray above = targets.sub(fixed.add(outputs.up()));
        NDArray pinball =
                below.mul(0.1f).maximum(below.mul(-0.9f)).add(above.mul(0.9f).maximum(above.mul(-0.1f)));
        return targets.sub(outputs.median())
                .abs()
                .add(pinball.mul(PINBALL_SHARE))
                .mul(weight)
                .toType(DataType.FLOAT32, false)
                .mean();
    }

    @Override
    public double validate() {
        return validation.getAsDouble();
    }
}
