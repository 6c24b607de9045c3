package dev.nextcart.training.forecast;

import dev.nextcart.models.forecast.ForecastShape;
import dev.nextcart.training.net.Parameters;
import dev.nextcart.training.onnx.OnnxGraph;
import java.util.Map;

/** {@link ForecastNet#forward} once more, as nodes of ONNX. */
final class MemberGraph {
    private static final Map<String, Long> COLUMNS = Map.of("axis", 1L);
    private final OnnxGraph graph;
    private final Parameters parameters;
    private final ForecastShape shape;

    MemberGraph(OnnxGraph graph, Parameters parameters, ForecastShape shape) {
        this.graph = graph;
        this.parameters = parameters;
        this.shape = shape;
    }

    /** @return the name of low, median and high, side by side */
    String write(int index, ForecastNet.Member member, String windows) {
        int horizon = shape.horizon();
        String left = slice(windows, shape.lookback() - member.lookback(), shape.lookback());
        String rest = slice(windows, shape.lookback(), shape.width());
        String median = graph.op("MatMul", left, constant("m" + index + ".direct"));
        for (int anchor = 0; anchor < shape.anchors().size(); anchor++) {
            int from = shape.anchorsAt() + anchor * horizon;
            String weighed =
                    graph.op("Mul", slice(windows, from, from + horizon), constant("m" + index + ".anchor" + anchor));
            median = graph.op("Add", median, weighed);
        }
        String sum = "";
        for (int block = 0; block < member.blocks(); block++) {
            String name = "m" + index + ".b" + block + ".";
            String hidden = graph.op("Relu", linear(name + "in", graph.op("Concat", COLUMNS, left, rest)));
            hidden = graph.op("Relu", linear(name + "middle", hidden));
            String forecast = linear(name + "forecast", hidden);
            sum = block == 0 ? forecast : graph.op("Add", sum, forecast);
            if (block < member.blocks() - 1) {
                left = graph.op("Sub", left, linear(name + "backcast", hidden));
            }
        }
        median = graph.op("Add", median, slice(sum, 0, horizon));
        String down = graph.op("Softplus", slice(sum, horizon, 2 * horizon));
        String up = graph.op("Softplus", slice(sum, 2 * horizon, 3 * horizon));
        return graph.op("Concat", COLUMNS, graph.op("Sub", median, down), median, graph.op("Add", median, up));
    }

    private String linear(String name, String input) {
        return graph.op("Gemm", input, constant(name), constant(name + "Bias"));
    }

    private String slice(String value, int from, int to) {
        return graph.op("Slice", value, graph.longs(from), graph.longs(to), graph.longs(1));
    }

    private String constant(String name) {
        return graph.constant(name, parameters.values(name), parameters.shape(name));
    }
}
