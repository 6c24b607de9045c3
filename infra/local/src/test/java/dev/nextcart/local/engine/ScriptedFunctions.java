package dev.nextcart.local.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.template.FunctionSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Stands in for all functions: answers each call by a script, after the time the script says. */
final class ScriptedFunctions implements Invoker {
    static final Result SUCCESS = new Result.Answered("{\"batchItemFailures\":[]}");
    static final Result CRASH = new Result.Failed("Runtime.ExitError", "exit status 137");
    static final Result THROTTLED = new Result.Throttled();

    private final ObjectMapper mapper = new ObjectMapper();
    private final Timeline timeline;
    private final List<Call> calls = new ArrayList<>();
    private Function<Call, Reply> script = call -> Reply.now(SUCCESS);

    ScriptedFunctions(Timeline timeline) {
        this.timeline = timeline;
    }

    /** What a function was called with. */
    record Call(int number, Instant at, String function, JsonNode event, String payload) {
        List<JsonNode> records() {
            return StreamSupport.stream(event.path("Records").spliterator(), false)
                    .toList();
        }

        JsonNode record(int index) {
            return records().get(index);
        }

        /** Bodies of messages, data of stream records. */
        List<String> contents() {
            return records().stream().map(Call::content).toList();
        }

        /** As {@code batchItemFailures} names it. */
        String identifier(int index) {
            return identifier(record(index));
        }

        static String identifier(JsonNode record) {
            return record.has("messageId")
                    ? record.path("messageId").textValue()
                    : record.path("kinesis").path("sequenceNumber").textValue();
        }

        static String content(JsonNode record) {
            return record.has("body")
                    ? record.path("body").textValue()
                    : new String(
                            Base64.getDecoder()
                                    .decode(record.path("kinesis").path("data").textValue()),
                            StandardCharsets.UTF_8);
        }
    }

    /** What the script answers, and how long that takes. */
    record Reply(Result result, Duration after) {
        static Reply now(Result result) {
            return new Reply(result, Duration.ZERO);
        }
    }

    void answer(Function<Call, Result> next) {
        script = call -> Reply.now(next.apply(call));
    }

    void reply(Function<Call, Reply> next) {
        script = next;
    }

    /** These in turn, then success. */
    void answerInTurn(Result... results) {
        int before = calls.size();
        answer(call -> call.number() - before < results.length ? results[call.number() - before] : SUCCESS);
    }

    List<Call> calls() {
        return calls;
    }

    Call call(int number) {
        return calls.get(number);
    }

    List<List<String>> batches() {
        return calls.stream().map(Call::contents).toList();
    }

    static Result itemsFailed(List<String> identifiers) {
        return new Result.Answered(identifiers.stream()
                .map(each -> "{\"itemIdentifier\":\"" + each + "\"}")
                .collect(Collectors.joining(",", "{\"batchItemFailures\":[", "]}")));
    }

    @Override
    public void invoke(FunctionSpec function, String payload, Consumer<Result> done) {
        Call call = new Call(calls.size(), timeline.now(), function.name(), parse(payload), payload);
        calls.add(call);
        Reply reply = script.apply(call);
        if (reply.after().isZero()) {
            done.accept(reply.result());
        } else {
            timeline.after(reply.after(), () -> done.accept(reply.result()));
        }
    }

    private JsonNode parse(String payload) {
        try {
            return mapper.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the engine wrote bad JSON: " + payload, e);
        }
    }
}
