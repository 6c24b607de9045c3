package dev.nextcart.training.churn;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** Nelder and Mead's method for a handful of parameters: no gradient to get wrong. */
final class Simplex {
    private static final int MAX_EVALUATIONS = 4_000;

    /** Begun again where it ended: a simplex may collapse early. */
    private static final int ROUNDS = 3;

    private static final double TOLERANCE = 1e-10;
    private static final double WORST = 1e300;

    private Simplex() {}

    static double[] minimise(ToDoubleFunction<double[]> loss, double[] start) {
        double[] best = start.clone();
        for (int round = 0; round < ROUNDS; round++) {
            double[][] seen = {best};
            double[] least = {finite(loss.applyAsDouble(best))};
            ObjectiveFunction objective = new ObjectiveFunction(point -> {
                double value = finite(loss.applyAsDouble(point));
                if (value < least[0]) {
                    least[0] = value;
                    seen[0] = point.clone();
                }
                return value;
            });
            try {
                new SimplexOptimizer(TOLERANCE, TOLERANCE)
                        .optimize(
                                new MaxEval(MAX_EVALUATIONS),
                                objective,
                                GoalType.MINIMIZE,
                                new InitialGuess(best),
                                new NelderMeadSimplex(start.length, 0.5));
            } catch (TooManyEvaluationsException e) {
                best = seen[0];
                continue; // the best point so far is good enough to begin again from
            }
            best = seen[0];
        }
        return best;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : WORST;
    }
}
