package dev.nextcart.training.sentiment;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Limited-memory BFGS (Nocedal and Wright 2006, algorithm 7.4) with backtracking (Armijo): finds the one lowest point of a
 * smooth convex function in some dozens of steps, without a learning rate to choose.
 */
final class Lbfgs {
    private static final int MEMORY = 10;
    private static final int MAX_STEPS = 200;
    private static final int MAX_HALVINGS = 20;

    /** Share of the slope that a step must gain: Nocedal and Wright's. */
    private static final double SUFFICIENT = 1e-4;

    /** Steps that gain less of the loss than this end the search: labels no longer change. */
    private static final double GAIN = 1e-6;

    private Lbfgs() {}

    /** A function to be made small. */
    interface Objective {
        /**
         * @param at not kept nor changed
         * @param gradient written over
         * @return the value, finite and at least 0
         */
        double evaluate(double[] at, double[] gradient);
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one search; nobody compares them
    private record Pair(double[] step, double[] change, double curvature) {}

    /**
     * @param at where to begin; ends at the lowest point found
     * @return its value
     */
    static double minimise(Objective objective, double[] at) {
        double[] gradient = new double[at.length];
        double value = objective.evaluate(at, gradient);
        Deque<Pair> memory = new ArrayDeque<>();
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] direction = direction(gradient, memory);
            double slope = dot(direction, gradient);
            if (slope >= 0) {
                return value;
            }
            double size = memory.isEmpty() ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
            double[] next = new double[at.length];
            double[] nextGradient = new double[at.length];
            double nextValue = Double.NaN;
            int halvings = 0;
            for (; halvings < MAX_HALVINGS; halvings++, size /= 2) {
                for (int i = 0; i < at.length; i++) {
                    next[i] = at[i] + size * direction[i];
                }
                nextValue = objective.evaluate(next, nextGradient);
                if (nextValue <= value + SUFFICIENT * size * slope) {
                    break;
                }
            }
            if (halvings == MAX_HALVINGS) {
                return value;
            }
            remember(memory, at, next, gradient, nextGradient);
            boolean done = value - nextValue < GAIN * Math.max(value, 1);
            System.arraycopy(next, 0, at, 0, at.length);
            gradient = nextGradient;
            value = nextValue;
            if (done) {
                return value;
            }
        }
        return value;
    }

    private static void remember(
            Deque<Pair> memory, double[] at, double[] next, double[] gradient, double[] nextGradient) {
        double[] step = new double[at.length];
        double[] change = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            step[i] = next[i] - at[i];
            change[i] = nextGradient[i] - gradient[i];
        }
        double curvature = dot(step, change);
        if (curvature > 0) {
            if (memory.size() == MEMORY) {
                memory.removeFirst();
            }
            memory.addLast(new Pair(step, change, curvature));
        }
    }

    private static double[] direction(double[] gradient, Deque<Pair> memory) {
        double[] direction = Arrays.stream(gradient).map(each -> -each).toArray();
        double[] shares = new double[memory.size()];
        Pair[] pairs = memory.toArray(Pair[]::new);
        for (int i = pairs.length - 1; i >= 0; i--) {
            shares[i] = dot(pairs[i].step(), direction) / pairs[i].curvature();
            add(direction, -shares[i], pairs[i].change());
        }
        if (pairs.length > 0) {
            Pair last = pairs[pairs.length - 1];
            double scale = last.curvature() / dot(last.change(), last.change());
            for (int i = 0; i < direction.length; i++) {
                direction[i] *= scale;
            }
        }
        for (int i = 0; i < pairs.length; i++) {
            double share = dot(pairs[i].change(), direction) / pairs[i].curvature();
            add(direction, shares[i] - share, pairs[i].step());
        }
        return direction;
    }

    private static void add(double[] to, double share, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += share * what[i];
        }
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
