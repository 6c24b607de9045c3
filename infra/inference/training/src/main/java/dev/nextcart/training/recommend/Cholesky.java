package dev.nextcart.training.recommend;

/** Solves symmetric positive definite systems: A = LL', then two triangles. */
final class Cholesky {
    private Cholesky() {}

    /**
     * Overwrites both: the matrix with L, the right sides with the solutions.
     *
     * @throws ArithmeticException if the matrix is not positive definite
     */
    static void solve(double[][] matrix, double[][] right) {
        factor(matrix);
        int size = matrix.length;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < row; column++) {
                subtract(right[row], right[column], matrix[row][column]);
            }
            divide(right[row], matrix[row][row]);
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int column = row + 1; column < size; column++) {
                subtract(right[row], right[column], matrix[column][row]);
            }
            divide(right[row], matrix[row][row]);
        }
    }

    private static void factor(double[][] matrix) {
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = matrix[row][column];
                for (int each = 0; each < column; each++) {
                    sum -= matrix[row][each] * matrix[column][each];
                }
                if (row != column) {
                    matrix[row][column] = sum / matrix[column][column];
                } else if (sum > 0) {
                    matrix[row][row] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException("the matrix is not positive definite in row " + row);
                }
            }
        }
    }

    private static void subtract(double[] from, double[] what, double factor) {
        for (int column = 0; column < from.length; column++) {
            from[column] -= factor * what[column];
        }
    }

    private static void divide(double[] row, double by) {
        for (int column = 0; column < row.length; column++) {
            row[column] /= by;
        }
    }
}
