package dev.nextcart.training.sentiment;

import dev.nextcart.models.sentiment.HeadBatch;
import dev.nextcart.models.sentiment.NGrams;
import dev.nextcart.training.onnx.OnnxGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * All heads as one ONNX graph: a row names its head, whose weights are gathered. Columns of padding have weight 0.
 *
 * <pre>
 * head (rows), dense (rows x width), buckets and weights (rows x n-grams) -> probability (rows)
 * </pre>
 */
final class HeadGraph {
    /** Below any length but that of no n-gram at all. */
    private static final double SHORTEST = 1e-12;

    /** ONNX's number of the element type. */
    private static final int FLOAT = 1;

    private final OnnxGraph graph = new OnnxGraph("sentiment");
    private final List<Head> heads;
    private final int width;

    /**
     * @param width the widest head's
     */
    HeadGraph(List<Head> heads, int width) {
        this.heads = heads;
        this.width = width;
    }

    void write(Path file) throws IOException {
        String head = graph.input(HeadBatch.HEAD, OnnxGraph.Type.INT64, "rows");
        String dense = graph.input(HeadBatch.DENSE, OnnxGraph.Type.FLOAT, "rows", width);
        String buckets = graph.input(HeadBatch.BUCKETS, OnnxGraph.Type.INT64, "rows", "grams");
        String weights = graph.input(HeadBatch.WEIGHTS, OnnxGraph.Type.FLOAT, "rows", "grams");
        String score = graph.op("Add", dense(head, dense), grams(head, buckets, weights));
        String intercepts = graph.constant("intercepts", intercepts(), heads.size());
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i).hidden().units() > 0) {
                score = graph.op("Add", score, hidden(head, i, dense));
            }
        }
        String all = graph.op("Add", score, graph.op("Gather", intercepts, head));
        graph.output(graph.op("Sigmoid", all), HeadBatch.PROBABILITY, OnnxGraph.Type.FLOAT, "rows");
        graph.write(file);
    }

    private String dense(String head, String dense) {
        float[] table = new float[heads.size() * width];
        for (int i = 0; i < heads.size(); i++) {
            float[] weights = heads.get(i).denseWeights();
            System.arraycopy(weights, 0, table, i * width, weights.length);
        }
        String rows = graph.op("Gather", graph.constant("dense_weights", table, heads.size(), width), head);
        return sum(graph.op("Mul", rows, dense));
    }

    /** One head's hidden layer, for all rows, and 0 for those of other heads: its weights are too many to gather a row. */
    private String hidden(String head, int number, String dense) {
        Hidden layer = heads.get(number).hidden();
        int units = layer.units();
        float[] first = Arrays.copyOf(layer.first(), width * units);
        String inner = graph.op(
                "Relu",
                graph.op(
                        "Add",
                        graph.op("MatMul", dense, graph.constant("first_" + number, first, width, units)),
                        graph.constant("bias_" + number, layer.bias(), units)));
        String scores = graph.op("MatMul", inner, graph.constant("second_" + number, layer.second(), units));
        String mine = graph.op("Equal", head, graph.longs(number));
        return graph.op("Mul", scores, graph.op("Cast", Map.of("to", FLOAT), mine));
    }

    /** The n-grams, scaled, made of length 1, times their weights. */
    private String grams(String head, String buckets, String weights) {
        float[] scales = new float[heads.size() * NGrams.BUCKETS];
        float[] gramWeights = new float[scales.length];
        for (int i = 0; i < heads.size(); i++) {
            System.arraycopy(heads.get(i).scales(), 0, scales, i * NGrams.BUCKETS, NGrams.BUCKETS);
            System.arraycopy(heads.get(i).gramWeights(), 0, gramWeights, i * NGrams.BUCKETS, NGrams.BUCKETS);
        }
        String first = graph.op("Mul", head, graph.longs(NGrams.BUCKETS));
        String places = graph.op("Add", graph.op("Unsqueeze", first, graph.longs(1)), buckets);
        String scaled =
                graph.op("Mul", graph.op("Gather", graph.constant("scales", scales, scales.length), places), weights);
        String length = graph.op(
                "Sqrt", graph.op("Max", sum(graph.op("Mul", scaled, scaled)), graph.scalar(SHORTEST * SHORTEST)));
        String weighted = graph.op(
                "Mul",
                scaled,
                graph.op("Gather", graph.constant("gram_weights", gramWeights, gramWeights.length), places));
        return graph.op("Div", sum(weighted), length);
    }

    /** Over columns. */
    private String sum(String table) {
        return graph.op("ReduceSum", Map.of("keepdims", 0), table, graph.longs(1));
    }

    private float[] intercepts() {
        float[] intercepts = new float[heads.size()];
        for (int i = 0; i < intercepts.length; i++) {
            intercepts[i] = heads.get(i).intercept();
        }
        return intercepts;
    }
}
