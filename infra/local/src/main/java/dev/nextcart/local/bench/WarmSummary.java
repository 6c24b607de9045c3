package dev.nextcart.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Native and JVM side by side, by function and batch size.
 *
 * @param notes what was not measured, and why
 */
public record WarmSummary(List<OneFunction> functions, List<String> notes, Load load) {
    /** What one function's processes do. */
    public record OneFunction(String handler, List<Pair> pairs) {}

    /** Of one batch size, measured in turn. */
    public record Pair(int batchSize, WarmFigures nativeFigures, WarmFigures jvmFigures) {
        /** Native throughput as a share of the JVM's. */
        public double ratio() {
            return nativeFigures.perSecond() / jvmFigures.perSecond();
        }
    }

    /** Field names are a contract: add, never rename. Fields that are no function's are those of the clickstream. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode all = json.putObject("functions");
        for (OneFunction function : functions) {
            putInto(all.putObject(function.handler()), function.pairs());
            if (function.handler().equals(Scenario.CLICKSTREAM)) {
                putInto(json, function.pairs());
            }
        }
        return json;
    }

    private static void putInto(ObjectNode json, List<Pair> pairs) {
        for (Pair pair : pairs) {
            ObjectNode batch = json.putObject("batch" + pair.batchSize());
            pair.nativeFigures().putInto(batch, Kind.NATIVE);
            pair.jvmFigures().putInto(batch, Kind.JVM);
            batch.put("ratio", Rounded.of(pair.ratio()));
        }
    }
}
