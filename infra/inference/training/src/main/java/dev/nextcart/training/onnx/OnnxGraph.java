package dev.nextcart.training.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An ONNX graph as it is written down node by node: each method returns the name of the value it makes, to be given to the
 * next. Operators and their attributes are those of opset {@value #OPSET}
 * (<a href="https://github.com/onnx/onnx/blob/main/docs/Operators.md">Operators.md</a>).
 */
public final class OnnxGraph {
    /** The newest of which each runtime since ONNX Runtime 1.12 has every operator. */
    public static final int OPSET = 17;

    private static final int IR_VERSION = 8;

    /** Element types of inputs and outputs. */
    public enum Type {
        FLOAT(TensorProto.DataType.FLOAT),
        INT64(TensorProto.DataType.INT64);

        private final int number;

        Type(TensorProto.DataType type) {
            this.number = type.getNumber();
        }
    }

    private final GraphProto.Builder graph;
    private final Set<String> names = new HashSet<>();
    private int values;

    public OnnxGraph(String name) {
        this.graph = GraphProto.newBuilder().setName(name);
    }

    /**
     * @param dimensions a number for a fixed size, a name such as {@code batch} for one that may differ
     */
    public String input(String name, Type type, Object... dimensions) {
        graph.addInput(value(unused(name), type, dimensions));
        return name;
    }

    public void output(String value, String name, Type type, Object... dimensions) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .addInput(value)
                .addOutput(unused(name))
                .setName(next("Identity")));
        graph.addOutput(value(name, type, dimensions));
    }

    public String constant(String name, float[] numbers, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        return constant(name, Type.FLOAT, bytes, shape);
    }

    public String constant(String name, long[] numbers, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(numbers);
        return constant(name, Type.INT64, bytes, shape);
    }

    /** One number, broadcast. */
    public String scalar(double number) {
        return constant(next("scalar"), new float[] {(float) number});
    }

    /** A list of whole numbers, as axes and shapes are given. */
    public String longs(long... numbers) {
        return constant(next("longs"), numbers, numbers.length);
    }

    private String constant(String name, Type type, ByteBuffer bytes, long... shape) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(type.number).setRawData(ByteString.copyFrom(bytes));
        for (long size : shape) {
            tensor.addDims(size);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** A node without attributes. */
    public String op(String operator, String... inputs) {
        return op(operator, Map.of(), inputs);
    }

    /**
     * @param attributes Long or Integer, Float or Double, String, or a List of whole numbers
     */
    public String op(String operator, Map<String, ?> attributes, String... inputs) {
        return ops(operator, 1, attributes, inputs).getFirst();
    }

    /** A node with several outputs. */
    public List<String> ops(String operator, int outputs, Map<String, ?> attributes, String... inputs) {
        String name = next(operator);
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).setName(name);
        List.of(inputs).forEach(node::addInput);
        new TreeMap<>(attributes).forEach((key, value) -> node.addAttribute(attribute(key, value)));
        List<String> made = new ArrayList<>();
        for (int output = 0; output < outputs; output++) {
            made.add(outputs == 1 ? name : name + "." + output);
        }
        made.forEach(node::addOutput);
        graph.addNode(node);
        return made;
    }

    private static AttributeProto.Builder attribute(String name, Object value) {
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
        switch (value) {
            case Integer whole ->
                attribute.setType(AttributeProto.AttributeType.INT).setI(whole);
            case Long whole ->
                attribute.setType(AttributeProto.AttributeType.INT).setI(whole);
            case Float number ->
                attribute.setType(AttributeProto.AttributeType.FLOAT).setF(number);
            case Double number ->
                attribute.setType(AttributeProto.AttributeType.FLOAT).setF(number.floatValue());
            case String text ->
                attribute.setType(AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(text));
            case List<?> list -> {
                attribute.setType(AttributeProto.AttributeType.INTS);
                list.forEach(each -> attribute.addInts(((Number) each).longValue()));
            }
            default -> throw new IllegalArgumentException(name + " cannot be a " + value.getClass());
        }
        return attribute;
    }

    private static ValueInfoProto value(String name, Type type, Object... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (Object dimension : dimensions) {
            TensorShapeProto.Dimension.Builder one = TensorShapeProto.Dimension.newBuilder();
            if (dimension instanceof Number number) {
                one.setDimValue(number.longValue());
            } else {
                one.setDimParam(dimension.toString());
            }
            shape.addDim(one);
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.number)
                                .setShape(shape)))
                .build();
    }

    private String next(String kind) {
        values++;
        return kind + "_" + values;
    }

    /** A runtime would take a constant of an input's name for the input's default. */
    private String unused(String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("there is a value " + name + " in this graph already");
        }
        return name;
    }

    /** Writes the file; the same graph gives the same bytes. */
    public void write(Path file) throws IOException {
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("nextcart")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(graph)
                .build();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            model.writeTo(out);
        }
    }
}
