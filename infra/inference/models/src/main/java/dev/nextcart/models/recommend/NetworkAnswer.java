package dev.nextcart.models.recommend;

import dev.nextcart.models.ModelException;
import dev.nextcart.models.OnnxModel;
import java.util.List;

/**
 * What the network said to a batch; see {@link NetworkInputs}.
 *
 * @param scores [rows, items], to be changed by whoever ranks
 * @param states [rows, width]
 * @param norms [rows]
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, not copied; nobody compares them
record NetworkAnswer(float[] scores, float[] states, float[] norms) {
    private static final int OUTPUTS = 3;

    /**
     * @param outputs scores, states and norms, as the file has them
     */
    static NetworkAnswer of(List<OnnxModel.Output> outputs, int rows, int items) {
        if (outputs.size() != OUTPUTS
                || outputs.get(0).values().length != rows * items
                || outputs.get(2).values().length != rows) {
            throw new ModelException("the network's outputs do not fit the tables of " + items + " items");
        }
        return new NetworkAnswer(
                outputs.get(0).values(), outputs.get(1).values(), outputs.get(2).values());
    }

    /** The log-probability of an item that is not in the catalogue. */
    float score(int row, float[] vector) {
        double sum = -norms[row];
        for (int column = 0; column < vector.length; column++) {
            sum += (double) states[row * vector.length + column] * vector[column];
        }
        return (float) sum;
    }
}
