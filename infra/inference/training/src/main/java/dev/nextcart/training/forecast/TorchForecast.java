package dev.nextcart.training.forecast;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.nextcart.models.ModelException;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.Tensor;
import dev.nextcart.models.forecast.ForecastNetwork;
import dev.nextcart.models.forecast.ForecastShape;
import dev.nextcart.models.forecast.History;
import dev.nextcart.models.forecast.Quantiles;
import dev.nextcart.models.forecast.Window;
import dev.nextcart.training.ParityGate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The network as it is now, in the engine that trains it. */
record TorchForecast(NDManager manager, ForecastNet net, ForecastShape shape) implements ForecastNetwork {
    /** Float arithmetic in another order, on outputs of the size of one. */
    private static final double PARITY = 1e-3;

    private static final int PARITY_ROWS = 64;

    @Override
    public List<Quantiles> forecast(List<Window> windows) {
        return ForecastNetwork.restored(windows, outputs(windows), shape.horizon());
    }

    private float[] outputs(List<Window> windows) {
        try (NDManager scratch = manager.newSubManager()) {
            Shape rows = new Shape(windows.size(), shape.width());
            return net.quantiles(scratch.create(ForecastNetwork.joined(windows), rows))
                    .toFloatArray();
        }
    }

    /**
     * @return the largest difference between this network's outputs and its export's, for the ends of real histories
     * @throws ModelException if it is too large
     */
    double parity(Path onnx, List<History> histories) {
        List<Window> windows = histories.stream()
                .limit(PARITY_ROWS)
                .map(each -> Window.of(shape, each))
                .toList();
        Tensor input = new Tensor.Floats(ForecastNetwork.joined(windows), windows.size(), shape.width());
        ParityGate gate = new ParityGate(PARITY);
        try (OnnxModel exported = OnnxModel.open(onnx)) {
            gate.compare(
                    outputs(windows),
                    exported.run(Map.of(INPUT, input)).getFirst().values());
        }
        return gate.passed();
    }
}
