package dev.nextcart.models;

import ai.djl.MalformedModelException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network in an ONNX file, run by DJL's OnnxRuntime engine: on CUDA where a GPU and its libraries are, on the CPU
 * otherwise. Safe for many threads. Each run keeps to one thread: requests are what runs in parallel.
 */
public final class OnnxModel implements AutoCloseable {
    private static final String ENGINE = "OnnxRuntime";

    private final Path file;
    private final ZooModel<NDList, NDList> model;
    private final List<String> inputs;

    private OnnxModel(Path file, ZooModel<NDList, NDList> model) {
        this.file = file;
        this.model = model;
        this.inputs = List.copyOf(model.describeInput().keys());
    }

    /** One output: its values row by row, and its shape. */
    @SuppressWarnings("ArrayRecordComponent") // megabytes, not copied; nobody compares them
    public record Output(float[] values, long[] shape) {}

    /**
     * @throws ModelException if it is no ONNX file that this runtime can load
     */
    public static OnnxModel open(Path file) {
        Criteria<NDList, NDList> criteria = Criteria.builder()
                .setTypes(NDList.class, NDList.class)
                .optModelPath(file)
                .optEngine(ENGINE)
                .optOption("intraOpNumThreads", "1")
                .optOption("interOpNumThreads", "1")
                .optTranslator(new NoopTranslator())
                .build();
        try {
            return new OnnxModel(file, criteria.loadModel());
        } catch (IOException | ModelNotFoundException | MalformedModelException | RuntimeException e) {
            throw new ModelException(file + " cannot be loaded as an ONNX network: " + e.getMessage(), e);
        }
    }

    /** In the file's order. */
    public List<String> inputs() {
        return inputs;
    }

    /**
     * @param given a tensor for each input, by name
     * @return the outputs in the file's order
     * @throws ModelException if an input is missing or of a shape that the network does not take
     */
    public List<Output> run(Map<String, ? extends Tensor> given) {
        try (NDManager manager = model.getNDManager().newSubManager();
                Predictor<NDList, NDList> predictor = model.newPredictor()) {
            NDList arrays = new NDList(inputs.size());
            for (String input : inputs) {
                Tensor tensor = given.get(input);
                if (tensor == null) {
                    throw new ModelException(file + " takes " + inputs + ", not " + given.keySet());
                }
                arrays.add(array(manager, input, tensor));
            }
            try (NDList answers = predictor.predict(arrays)) {
                return outputs(answers);
            }
        } catch (TranslateException e) {
            throw new ModelException(file + " does not take this input: " + e.getMessage(), e);
        }
    }

    private static NDArray array(NDManager manager, String name, Tensor tensor) {
        NDArray array = switch (tensor) {
            case Tensor.Floats it ->
                manager.create(FloatBuffer.wrap(it.values()), new Shape(it.shape()), DataType.FLOAT32);
            case Tensor.Longs it -> manager.create(it.values(), new Shape(it.shape()));
        };
        array.setName(name);
        return array;
    }

    private static List<Output> outputs(NDList answers) {
        List<Output> outputs = new ArrayList<>(answers.size());
        for (NDArray answer : answers) {
            outputs.add(new Output(answer.toFloatArray(), answer.getShape().getShape()));
        }
        return outputs;
    }

    @Override
    public void close() {
        model.close();
    }
}
