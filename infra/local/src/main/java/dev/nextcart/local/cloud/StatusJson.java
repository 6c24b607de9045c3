package dev.nextcart.local.cloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.engine.EngineStatus;
import dev.nextcart.local.runtime.FunctionStatus;
import java.util.Map;

/** How the cloud stands, as the control API tells it. */
final class StatusJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StatusJson() {}

    static ObjectNode of(EngineStatus engine, Map<String, FunctionStatus> functions, Map<String, Double> metrics) {
        ObjectNode status = JSON.objectNode().put("now", engine.now().toString());
        ObjectNode outstanding = status.putObject("outstanding").put("count", engine.outstanding());
        engine.oldestOutstandingTicket().ifPresent(ticket -> outstanding.put("oldestTicket", ticket));
        ObjectNode queues = status.putObject("queues");
        // The bus's own dead letters are no redrive's target, so the engine cannot tell them; their name does.
        engine.queues()
                .values()
                .forEach(queue -> queues.putObject(queue.name())
                        .put("visible", queue.visible())
                        .put("inFlight", queue.inFlight())
                        .put("deadLetter", queue.deadLetter() || queue.name().endsWith("DeadLetters")));
        ObjectNode streams = status.putObject("streams");
        engine.streams().values().forEach(stream -> {
            ArrayNode shards = streams.putObject(stream.name()).putArray("shards");
            stream.shards()
                    .forEach(shard -> shards.addObject().put("id", shard.id()).put("behind", shard.behind()));
        });
        ObjectNode byFunction = status.putObject("functions");
        functions.forEach((name, function) -> byFunction
                .putObject(name)
                .put("instances", function.instances())
                .put("invocations", function.invocations())
                .put("failures", function.failures())
                .put("restarts", function.restarts()));
        ObjectNode sums = status.putObject("metrics");
        metrics.forEach((name, sum) -> put(sums, name, sum));
        return status;
    }

    private static void put(ObjectNode sums, String name, double sum) {
        if (sum == Math.rint(sum) && Math.abs(sum) < 1e15) {
            sums.put(name, (long) sum);
        } else {
            sums.put(name, sum);
        }
    }
}
