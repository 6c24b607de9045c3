package dev.nextcart.training.churn;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Logistic regression of a handful of numbers by Newton's method: the baselines, and Platt's calibration.
 *
 * @param weights the intercept first
 */
@SuppressWarnings("ArrayRecordComponent") // a few numbers, not changed; nobody compares them
record Logistic(double[] weights) {
    private static final int MAX_STEPS = 50;
    private static final double RIDGE = 1e-3;
    private static final double DONE = 1e-9;

    /**
     * @param columns by row, without the intercept's
     */
    static Logistic fit(double[][] columns, boolean[] truths) {
        int size = columns.length == 0 ? 1 : columns[0].length + 1;
        double[] weights = new double[size];
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            for (int index = 1; index < size; index++) {
                gradient[index] = -RIDGE * weights[index];
            }
            for (int index = 0; index < size; index++) {
                curvature[index][index] = RIDGE;
            }
            for (int row = 0; row < columns.length; row++) {
                double probability = new Logistic(weights).probability(columns[row]);
                double error = (truths[row] ? 1 : 0) - probability;
                double certainty = probability * (1 - probability);
                for (int left = 0; left < size; left++) {
                    double here = left == 0 ? 1 : columns[row][left - 1];
                    gradient[left] += error * here;
                    for (int right = 0; right < size; right++) {
                        curvature[left][right] += certainty * here * (right == 0 ? 1 : columns[row][right - 1]);
                    }
                }
            }
            RealMatrix matrix = new Array2DRowRealMatrix(curvature, false);
            RealVector move = new LUDecomposition(matrix).getSolver().solve(new ArrayRealVector(gradient, false));
            double longest = move.getLInfNorm();
            double shortened = longest > 2 ? 2 / longest : 1; // a step too far has no way back
            for (int index = 0; index < size; index++) {
                weights[index] += shortened * move.getEntry(index);
            }
            if (longest < DONE) {
                break;
            }
        }
        return new Logistic(weights);
    }

    double probability(double... columns) {
        double sum = weights[0];
        for (int index = 0; index < columns.length; index++) {
            sum += weights[index + 1] * columns[index];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
