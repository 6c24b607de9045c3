package dev.nextcart.training.forecast;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Activation;
import dev.nextcart.models.forecast.ForecastNetwork;
import dev.nextcart.models.forecast.ForecastShape;
import dev.nextcart.training.net.Parameters;
import dev.nextcart.training.onnx.OnnxGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A small ensemble of N-BEATS (Oreshkin et al. 2020, generic blocks, doubly residual), each with its own lookback and loss.
 * Two changes: a direct line from the window and from the simple forecasts to the median, so that each begins as the mean of
 * those forecasts and learns what they miss; and softplus distances from the median to the 10 and 90 % quantiles, which
 * therefore never cross.
 */
final class ForecastNet {
    private static final double SMALL = 0.002;
    private final Parameters parameters;
    private final ForecastShape shape;
    private final List<Member> members;

    /**
     * One network of the ensemble.
     *
     * @param lookback periods it sees, at most the shape's
     * @param hidden width of its layers
     * @param blocks one after the other, each on what those before left unexplained
     * @param smape share 0..1 of sMAPE in its loss; the rest is MASE
     */
    record Member(int lookback, int hidden, int blocks, double smape) {}

    ForecastNet(Parameters parameters, ForecastShape shape, List<Member> members) {
        this.parameters = parameters;
        this.shape = shape;
        this.members = List.copyOf(members);
        for (int index = 0; index < members.size(); index++) {
            initialise(index, members.get(index));
        }
    }

    List<Member> members() {
        return members;
    }

    private void initialise(int index, Member member) {
        int horizon = shape.horizon();
        int rest = shape.width() - shape.lookback();
        for (int block = 0; block < member.blocks(); block++) {
            String name = "m" + index + ".b" + block + ".";
            layer(name + "in", member.lookback() + rest, member.hidden(), 1);
            layer(name + "middle", member.hidden(), member.hidden(), 1);
            layer(name + "forecast", member.hidden(), 3 * horizon, 0.1);
            if (block < member.blocks() - 1) {
                layer(name + "backcast", member.hidden(), member.lookback(), 0.3);
            }
        }
        parameters.normal("m" + index + ".direct", SMALL, member.lookback(), horizon);
        float[] first = new float[horizon];
        java.util.Arrays.fill(first, 1f / Math.max(1, shape.anchors().size()));
        for (int anchor = 0; anchor < shape.anchors().size(); anchor++) {
            parameters.add("m" + index + ".anchor" + anchor, first, 1, horizon);
        }
    }

    /** He et al. 2015 for layers before a ReLU. */
    private void layer(String name, int in, int out, double gain) {
        parameters.normal(name, gain * Math.sqrt(2.0 / in), in, out);
        parameters.zeros(name + "Bias", out);
    }

    /** Weights of layers are decayed; not biases, nor what the simple forecasts weigh. */
    static boolean decayed(String name) {
        return !name.endsWith("Bias") && !name.contains("anchor");
    }

    /** One member's outputs: median, and distances down and up, each of rows by horizon. */
    record Outputs(NDArray median, NDArray down, NDArray up) {}

    /**
     * @param windows rows of {@link ForecastShape#width}
     */
    Outputs forward(int index, NDArray windows) {
        Member member = members.get(index);
        int horizon = shape.horizon();
        NDArray left =
                windows.get(new NDIndex(":, " + (shape.lookback() - member.lookback()) + ":" + shape.lookback()));
        NDArray rest = windows.get(new NDIndex(":, " + shape.lookback() + ":"));
        NDArray median = left.matMul(parameters.get("m" + index + ".direct"));
        for (int anchor = 0; anchor < shape.anchors().size(); anchor++) {
            int from = shape.anchorsAt() + anchor * horizon;
            median = median.add(windows.get(new NDIndex(":, " + from + ":" + (from + horizon)))
                    .mul(parameters.get("m" + index + ".anchor" + anchor)));
        }
        NDArray sum = null;
        for (int block = 0; block < member.blocks(); block++) {
            String name = "m" + index + ".b" + block + ".";
            NDArray hidden = Activation.relu(linear(name + "in", NDArrays.concat(new NDList(left, rest), 1)));
            hidden = Activation.relu(linear(name + "middle", hidden));
            NDArray forecast = linear(name + "forecast", hidden);
            sum = sum == null ? forecast : sum.add(forecast);
            if (block < member.blocks() - 1) {
                left = left.sub(linear(name + "backcast", hidden));
            }
        }
        if (sum == null) {
            throw new IllegalStateException("a member without blocks");
        }
        return new Outputs(
                median.add(sum.get(new NDIndex(":, :" + horizon))),
                Activation.softPlus(sum.get(new NDIndex(":, " + horizon + ":" + 2 * horizon))),
                Activation.softPlus(sum.get(new NDIndex(":, " + 2 * horizon + ":"))));
    }

    private NDArray linear(String name, NDArray input) {
        return input.matMul(parameters.get(name)).add(parameters.get(name + "Bias"));
    }

    /** The ensemble's mean: rows of low, median and high, one horizon each. */
    NDArray quantiles(NDArray windows) {
        NDArray median = null;
        NDArray down = null;
        NDArray up = null;
        for (int index = 0; index < members.size(); index++) {
            Outputs outputs = forward(index, windows);
            median = median == null ? outputs.median() : median.add(outputs.median());
            down = down == null ? outputs.down() : down.add(outputs.down());
            up = up == null ? outputs.up() : up.add(outputs.up());
        }
        if (median == null || down == null || up == null) {
            throw new IllegalStateException("an ensemble without members");
        }
        return NDArrays.concat(new NDList(median.sub(down), median, median.add(up)), 1)
                .div(members.size());
    }

    /** Writes what {@link #quantiles} computes. */
    void export(Path file) throws IOException {
        OnnxGraph graph = new OnnxGraph("forecast");
        String windows = graph.input(ForecastNetwork.INPUT, OnnxGraph.Type.FLOAT, "batch", shape.width());
        String sum = "";
        for (int index = 0; index < members.size(); index++) {
            String member = new MemberGraph(graph, parameters, shape).write(index, members.get(index), windows);
            sum = index == 0 ? member : graph.op("Add", sum, member);
        }
        String mean = graph.op("Div", sum, graph.scalar(members.size()));
        graph.output(mean, ForecastNetwork.OUTPUT, OnnxGraph.Type.FLOAT, "batch", 3 * shape.horizon());
        graph.write(file);
    }
}
