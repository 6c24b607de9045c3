package dev.nextcart.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Native and JVM side by side, by batch size. */
public record WarmSummary(List<Pair> pairs, Load load) {
    /** Of one batch size, measured in turn. */
    public record Pair(int batchSize, WarmFigures nativeFigures, WarmFigures jvmFigures) {
        /** Native throughput as a share of the JVM's. */
        public double ratio() {
            return nativeFigures.perSecond() / jvmFigures.perSecond();
        }
    }

    /** Field names are a contract: add, never rename. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Pair pair : pairs) {
            ObjectNode batch = json.putObject("batch" + pair.batchSize());
            pair.nativeFigures().putInto(batch, Kind.NATIVE);
            pair.jvmFigures().putInto(batch, Kind.JVM);
            batch.put("ratio", Rounded.of(pair.ratio()));
        }
        return json;
    }
}
