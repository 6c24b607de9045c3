package dev.nextcart.training.recommend;

import dev.nextcart.models.recommend.NetworkInputs;
import dev.nextcart.training.net.Parameters;
import dev.nextcart.training.onnx.OnnxGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The trained {@link SequenceNetwork} as ONNX, node by node: inputs and outputs are those of {@link NetworkInputs}, batch and
 * length are free. Only each history's last state meets the item table.
 */
final class NetworkExport {
    private final Parameters parameters;
    private final NetworkShape shape;
    private final OnnxGraph graph = new OnnxGraph("recommend");
    private final String headed;
    private final String joined;

    private NetworkExport(Parameters parameters, NetworkShape shape) {
        this.parameters = parameters;
        this.shape = shape;
        // 0 keeps a size, -1 takes what is left.
        this.headed = graph.longs(0, 0, shape.heads(), shape.headWidth());
        this.joined = graph.longs(0, 0, shape.width());
    }

    static void write(Parameters parameters, NetworkShape shape, Path file) throws IOException {
        new NetworkExport(parameters, shape).build().write(file);
    }

    private OnnxGraph build() {
        String items = graph.input(NetworkInputs.ITEMS, OnnxGraph.Type.INT64, "batch", "length");
        String actions = graph.input(NetworkInputs.ACTIONS, OnnxGraph.Type.INT64, "batch", "length");
        String gaps = graph.input(NetworkInputs.GAPS, OnnxGraph.Type.INT64, "batch", "length");
        String last = graph.input(NetworkInputs.LAST, OnnxGraph.Type.INT64, "batch");
        String table = parameter("items");
        String states = graph.op("Gather", table, items);
        states = graph.op("Add", states, graph.op("Gather", parameter("actions"), actions));
        states = graph.op("Add", states, graph.op("Gather", parameter("gaps"), gaps));
        String length = graph.op("Slice", graph.op("Shape", items), graph.longs(1), graph.longs(2));
        for (int layer = 0; layer < shape.layers(); layer++) {
            String at = "layer" + layer + ".";
            states = graph.op("Add", states, attention(norm(states, at + "attention.norm"), at, length));
            String wide = gelu(linear(norm(states, at + "forward.norm"), at + "widen"));
            states = graph.op("Add", states, linear(wide, at + "narrow"));
        }
        String flat = graph.op("Reshape", states, graph.longs(-1, shape.width()));
        String state = norm(graph.op("Gather", flat, last), "norm");
        String turned = graph.op("Transpose", Map.of("perm", List.of(1, 0)), table);
        String logits = graph.op("MatMul", state, turned);
        String norm = graph.op("ReduceLogSumExp", Map.of("axes", List.of(1), "keepdims", 1), logits);
        graph.output(graph.op("Sub", logits, norm), NetworkInputs.SCORES, OnnxGraph.Type.FLOAT, "batch", shape.items());
        graph.output(state, NetworkInputs.STATE, OnnxGraph.Type.FLOAT, "batch", shape.width());
        graph.output(norm, NetworkInputs.NORM, OnnxGraph.Type.FLOAT, "batch", 1);
        return graph;
    }

    private String attention(String states, String at, String length) {
        String query = heads(linear(states, at + "query"), List.of(0, 2, 1, 3));
        String key = heads(linear(states, at + "key"), List.of(0, 2, 3, 1));
        String value = heads(linear(states, at + "value"), List.of(0, 2, 1, 3));
        String scores = graph.op("Mul", graph.op("MatMul", query, key), graph.scalar(1 / Math.sqrt(shape.headWidth())));
        String attention = graph.op("Softmax", Map.of("axis", -1), graph.op("Add", scores, bias(at, length)));
        String mixed = graph.op("Transpose", Map.of("perm", List.of(0, 2, 1, 3)), graph.op("MatMul", attention, value));
        return linear(graph.op("Reshape", mixed, joined), at + "mix");
    }

    private String heads(String states, List<Integer> turned) {
        return graph.op("Transpose", Map.of("perm", turned), graph.op("Reshape", states, headed));
    }

    /** The bias for the longest history, cut to this batch's. */
    private String bias(String at, String length) {
        int max = shape.maxLength();
        float[] byDistance = parameters.values(at + "distance");
        float[] bias = new float[shape.heads() * max * max];
        for (int head = 0; head < shape.heads(); head++) {
            for (int from = 0; from < max; from++) {
                for (int to = 0; to < max; to++) {
                    bias[(head * max + from) * max + to] =
                            to > from ? SequenceNetwork.MASKED : byDistance[(from - to) * shape.heads() + head];
                }
            }
        }
        String whole = graph.constant(at + "bias.table", bias, 1, shape.heads(), max, max);
        String rows = graph.op("Slice", whole, graph.longs(0), length, graph.longs(2));
        return graph.op("Slice", rows, graph.longs(0), length, graph.longs(3));
    }

    /** Exact, as PyTorch's: x / 2 * (1 + erf(x / sqrt 2)). */
    private String gelu(String states) {
        String erf = graph.op("Erf", graph.op("Mul", states, graph.scalar(Math.sqrt(0.5))));
        return graph.op("Mul", graph.op("Mul", states, graph.scalar(0.5)), graph.op("Add", erf, graph.scalar(1)));
    }

    private String norm(String states, String name) {
        return graph.op(
                "LayerNormalization",
                Map.of("axis", -1, "epsilon", SequenceNetwork.EPSILON),
                states,
                parameter(name + ".scale"),
                parameter(name + ".shift"));
    }

    private String linear(String states, String name) {
        return graph.op("Add", graph.op("MatMul", states, parameter(name + ".weight")), parameter(name + ".bias"));
    }

    private String parameter(String name) {
        return graph.constant("weights." + name, parameters.values(name), parameters.shape(name));
    }
}
