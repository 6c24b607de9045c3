package dev.nextcart.training.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.nextcart.models.Metric;
import dev.nextcart.models.ModelException;
import dev.nextcart.models.OnnxModel;
import dev.nextcart.models.Tensor;
import dev.nextcart.training.ParityGate;
import dev.nextcart.training.Progress;
import dev.nextcart.training.net.TrainingRun.Result;
import dev.nextcart.training.onnx.OnnxGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a network with one hidden layer that learns the product of two numbers. */
class TrainingRunTest {
    private static final int ROWS = 256;
    private static final int HIDDEN = 16;
    private static final int NEVER = -1;
    private static final Metric ERROR = Metric.lower("MSE");

    @TempDir
    Path folder;

    private NDManager manager;
    private NDArray inputs;
    private NDArray targets;

    @BeforeAll
    static void start() {
        Torch.engine(1);
    }

    @BeforeEach
    void data() {
        manager = Torch.manager();
        SplittableRandom random = new SplittableRandom(5);
        float[] pairs = new float[2 * ROWS];
        float[] products = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            pairs[2 * row] = (float) random.nextDouble(-1, 1);
            pairs[2 * row + 1] = (float) random.nextDouble(-1, 1);
            products[row] = pairs[2 * row] * pairs[2 * row + 1];
        }
        inputs = manager.create(pairs, new Shape(ROWS, 2));
        targets = manager.create(products, new Shape(ROWS, 1));
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void it_learns_and_keeps_the_best_epoch() {
        try (Parameters parameters = network()) {
            Product product = new Product(parameters, NEVER);
            double before = product.validate();

            Result result = run(product, 60, Optional.empty());

            assertTrue(result.bestMetric() < before / 5, before + " to " + result.bestMetric());
            assertEquals(result.bestMetric(), product.validate(), 1e-9);
        }
    }

    @Test
    void a_run_killed_between_epochs_ends_where_it_would_have() {
        Map<String, float[]> whole;
        try (Parameters parameters = network()) {
            run(new Product(parameters, NEVER), 12, Optional.empty());
            whole = parameters.values();
        }
        Path checkpoint = folder.resolve("checkpoint");
        try (Parameters parameters = network()) {
            Product dies = new Product(parameters, 8);
            assertThrows(IllegalStateException.class, () -> run(dies, 12, Optional.of(checkpoint)));
        }

        try (Parameters parameters = network()) {
            Result result = run(new Product(parameters, NEVER), 12, Optional.of(checkpoint));

            assertEquals(7, result.resumedAfter());
            for (String name : parameters.names()) {
                assertArrayEquals(whole.get(name), parameters.values(name), name);
            }
        }
    }

    @Test
    void a_damaged_checkpoint_is_passed_over() throws IOException {
        Path checkpoint = folder.resolve("checkpoint");
        try (Parameters parameters = network()) {
            run(new Product(parameters, NEVER), 3, Optional.of(checkpoint));
            byte[] bytes = Files.readAllBytes(checkpoint);
            Files.write(checkpoint, Arrays.copyOf(bytes, bytes.length - 7));
        }

        try (Parameters parameters = network()) {
            Result result = run(new Product(parameters, NEVER), 3, Optional.of(checkpoint));

            assertEquals(0, result.resumedAfter());
        }
    }

    @Test
    void the_exported_network_says_the_same() throws IOException {
        Path file = folder.resolve("model.onnx");
        try (Parameters parameters = network()) {
            export(parameters, file);

            try (OnnxModel exported = OnnxModel.open(file)) {
                ParityGate gate = new ParityGate(1e-5);
                gate.compare(
                        forward(parameters, inputs).toFloatArray(),
                        exported.run(Map.of("pairs", new Tensor.Floats(inputs.toFloatArray(), ROWS, 2)))
                                .getFirst()
                                .values());
                assertTrue(gate.passed() <= 1e-5);
            }
        }
    }

    @Test
    void a_network_that_says_something_else_is_not_published() {
        ParityGate gate = new ParityGate(1e-5);

        gate.compare(new float[] {1, 2}, new float[] {1, 2.1f});

        assertThrows(ModelException.class, gate::passed);
    }

    private Parameters network() {
        Parameters parameters = new Parameters(manager, 7);
        parameters.glorot("in", 2, HIDDEN);
        parameters.zeros("inBias", HIDDEN);
        parameters.glorot("out", HIDDEN, 1);
        return parameters;
    }

    private static NDArray forward(Parameters parameters, NDArray pairs) {
        return pairs.matMul(parameters.get("in"))
                .add(parameters.get("inBias"))
                .tanh()
                .matMul(parameters.get("out"));
    }

    private static void export(Parameters parameters, Path file) throws IOException {
        OnnxGraph graph = new OnnxGraph("product");
        String pairs = graph.input("pairs", OnnxGraph.Type.FLOAT, "batch", 2);
        String hidden = graph.op(
                "Tanh",
                graph.op(
                        "Gemm",
                        pairs,
                        graph.constant("in", parameters.values("in"), 2, HIDDEN),
                        graph.constant("inBias", parameters.values("inBias"), HIDDEN)));
        String product = graph.op("MatMul", hidden, graph.constant("out", parameters.values("out"), HIDDEN, 1));
        graph.output(product, "product", OnnxGraph.Type.FLOAT, "batch", 1);
        graph.write(file);
    }

    private static Result run(Product product, int epochs, Optional<Path> checkpoint) {
        return new TrainingRun(
                        product.parameters,
                        product.optimiser,
                        new TrainingRun.Settings(epochs, epochs, ERROR, checkpoint, "product", 7, true),
                        Progress.SILENT)
                .run(product);
    }

    /** Dies in an epoch, if told to. */
    private final class Product implements TrainingRun.Epochs {
        private final Parameters parameters;
        private final AdamW optimiser;
        private final int diesIn;

        Product(Parameters parameters, int diesIn) {
            this.parameters = parameters;
            this.optimiser = new AdamW(parameters, new AdamW.Settings(0.01, 0.999, 1), name -> !name.endsWith("Bias"));
            this.diesIn = diesIn;
        }

        @Override
        public long steps() {
            return 1;
        }

        @Override
        public double train(int epoch, Runnable stepDone) {
            double loss = 0;
            for (int step = 0; step < 5; step++) {
                try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                    NDArray error =
                            forward(parameters, inputs).sub(targets).square().mean();
                    collector.backward(error);
                    loss += error.getFloat();
                }
                optimiser.step(0.03);
                if (epoch == diesIn) {
                    throw new IllegalStateException("kill -9");
                }
            }
            stepDone.run();
            return loss / 5;
        }

        @Override
        public double validate() {
            return forward(parameters, inputs).sub(targets).square().mean().getFloat();
        }
    }
}
