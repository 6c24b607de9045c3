package dev.nextcart.training.churn;

import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.Tensor;
import dev.nextcart.models.churn.ChurnPredictor;
import dev.nextcart.models.churn.Feature;
import dev.nextcart.training.ParityGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Writes a trained network and holds it against the file's answers. */
final class ChurnExport {
    static final String FILE = "model.onnx";

    /** Log-odds of a few units in single precision. */
    private static final double LIMIT = 1e-3;

    private static final int ROWS = 4_096;

    private ChurnExport() {}

    /**
     * @return the largest difference of log-odds
     * @throws dev.nextcart.models.ModelException if it is too large
     */
    static double write(ChurnTraining.Result trained, Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        trained.effects().export(file, trained.averages());
        int width = Feature.ALL.size();
        int rows = Math.min(ROWS, trained.features().length / width);
        float[] features = Arrays.copyOf(trained.features(), rows * width);
        double[] expected =
                trained.effects().logOdds(trained.effects().splines().values(features));
        float[] rounded = new float[rows];
        for (int row = 0; row < rows; row++) {
            rounded[row] = (float) expected[row];
        }
        ParityGate gate = new ParityGate(LIMIT);
        try (OnnxModel network = OnnxModel.open(file)) {
            gate.compare(
                    rounded,
                    network.run(Map.of(ChurnPredictor.FEATURES, new Tensor.Floats(features, rows, width)))
                            .get(0)
                            .values());
        }
        return gate.passed();
    }
}
