package dev.nextcart.local.cloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.engine.EngineStatus;
import dev.nextcart.local.engine.EngineStatus.QueueStatus;
import dev.nextcart.local.engine.EngineStatus.SourceStatus;
import dev.nextcart.local.engine.EngineStatus.StreamStatus;
import dev.nextcart.local.runtime.FunctionStatus;
import dev.nextcart.local.runtime.RunTimes;
import java.time.Duration;
import java.util.Map;

/**
 * How the cloud stands, as the control API tells it. Every section but {@code outstanding} and {@code metrics} maps
 * names to things; {@code ./nextcart status} shows a section it has never heard of too, field by field.
 */
final class StatusJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double MILLIS = 1e3;

    private StatusJson() {}

    static ObjectNode of(
            EngineStatus engine,
            Map<String, FunctionStatus> functions,
            Map<String, RunTimes.Summary> times,
            Map<String, Double> metrics) {
        ObjectNode status =
                JSON.objectNode().put("now", engine.now().toString()).put("unmatched", engine.unmatched());
        ObjectNode outstanding = status.putObject("outstanding").put("count", engine.outstanding());
        engine.oldestOutstandingTicket().ifPresent(ticket -> outstanding.put("oldestTicket", ticket));
        ObjectNode queues = status.putObject("queues");
        engine.queues().values().forEach(queue -> tell(queue, queues.putObject(queue.name())));
        ObjectNode streams = status.putObject("streams");
        engine.streams().values().forEach(stream -> tell(stream, streams.putObject(stream.name())));
        ObjectNode sources = status.putObject("sources");
        engine.sources().forEach(source -> tell(source, sources.putObject(source.function() + "/" + source.id())));
        ObjectNode byFunction = status.putObject("functions");
        functions.forEach((name, function) -> tell(function, byFunction.putObject(name)));
        times.forEach((name, ran) -> tell(ran, byFunction.withObjectProperty(name)));
        ObjectNode sums = status.putObject("metrics");
        metrics.forEach((name, sum) -> put(sums, name, sum));
        return status;
    }

    private static void tell(QueueStatus queue, ObjectNode json) {
        // The bus's own dead letters are no redrive's target, so the engine cannot tell them; their name does.
        json.put("visible", queue.visible())
                .put("inFlight", queue.inFlight())
                .put("delayed", queue.delayed())
                .put("deadLetter", queue.deadLetter() || queue.name().endsWith("DeadLetters"))
                .put("oldestSeconds", seconds(queue.oldest()))
                .put("accepted", queue.accepted())
                .put("deadLettered", queue.deadLettered())
                .put("expired", queue.expired());
    }

    private static void tell(StreamStatus stream, ObjectNode json) {
        ArrayNode shards = json.putArray("shards");
        stream.shards()
                .forEach(shard -> shards.addObject()
                        .put("id", shard.id())
                        .put("behind", shard.behind())
                        .put("oldestSeconds", seconds(shard.oldest()))
                        .put("put", shard.put()));
    }

    private static void tell(SourceStatus source, ObjectNode json) {
        json.put("function", source.function())
                .put("running", source.running())
                .put("invocations", source.invocations())
                .put("failures", source.failures())
                .put("partialFailures", source.partialFailures())
                .put("throttles", source.throttles())
                .put("delivered", source.delivered())
                .put("acknowledged", source.acknowledged())
                .put("givenUp", source.givenUp())
                .put("expired", source.expired());
    }

    private static void tell(FunctionStatus function, ObjectNode json) {
        json.put("instances", function.instances())
                .put("invocations", function.invocations())
                .put("failures", function.failures())
                .put("restarts", function.restarts());
    }

    private static void tell(RunTimes.Summary ran, ObjectNode json) {
        json.put("totalMillis", tenths(ran.totalMillis()))
                .put("p50Millis", tenths(ran.p50Millis()))
                .put("p99Millis", tenths(ran.p99Millis()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static void put(ObjectNode sums, String name, double sum) {
        if (sum == Math.rint(sum) && Math.abs(sum) < 1e15) {
            sums.put(name, (long) sum);
        } else {
            sums.put(name, sum);
        }
    }
}
