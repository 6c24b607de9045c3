package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nextcart.local.engine.Invoker.Result;
import dev.nextcart.local.engine.ScriptedFunctions.Call;
import dev.nextcart.local.engine.ScriptedFunctions.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Sends messages and records over an hour to functions that do everything wrong, all drawn from one seed. */
final class Storm {
    static final int MESSAGES = 3_000;
    private static final int KEYS = 40;
    private static final int MINUTES = 60;

    /** Longer than the visibility timeout, shorter than the engine waits for an answer. */
    private static final int SLOWEST_MILLIS = 110_000;

    private final SplittableRandom random;
    private final World world;
    private final List<String> trace = new ArrayList<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final Map<String, List<Integer>> doneByKey = new HashMap<>();

    Storm(long seed) {
        random = new SplittableRandom(seed);
        world = new World(
                Templates.template(
                        Map.of(), 3, List.of(Templates.queueSource(), Templates.streamSource(20, true, 2, 2))),
                seed,
                new Faults(0.05, 20));
        world.functions.reply(this::reply);
    }

    /** Sends everything and waits for the end of it. */
    void rage() {
        for (int i = 0; i < MESSAGES; i++) {
            String content = "m" + i;
            world.timeline.after(anytime(), () -> world.engine.sendMessage("orders", content));
        }
        Duration step = Duration.ofMinutes(MINUTES).dividedBy(MESSAGES);
        for (int i = 0; i < MESSAGES; i++) {
            String key = "k" + random.nextInt(KEYS);
            byte[] content = ("m" + i).getBytes(StandardCharsets.UTF_8);
            world.timeline.after(step.multipliedBy(i), () -> world.engine.putRecord("clicks", key, content));
        }
        world.settleAll();
    }

    DeliveryEngine engine() {
        return world.engine;
    }

    List<String> trace() {
        return trace;
    }

    Set<String> acknowledgedMessages() {
        return acknowledged;
    }

    /** Numbers of the records of each key, as they were done. */
    Map<String, List<Integer>> doneByKey() {
        return doneByKey;
    }

    private Duration anytime() {
        return Duration.ofMillis(random.nextInt(MINUTES * 60_000));
    }

    private Reply reply(Call call) {
        Reply reply = new Reply(answer(call), duration());
        trace.add(call.at() + " " + call.payload() + " -> " + reply);
        return reply;
    }

    private Duration duration() {
        return Duration.ofMillis(random.nextInt(20) == 0 ? random.nextInt(SLOWEST_MILLIS) : random.nextInt(300));
    }

    private Result answer(Call call) {
        int dice = random.nextInt(100);
        if (dice < 20) {
            return new Result.Failed("Sandbox.Timedout", "task timed out");
        }
        if (dice < 25) {
            return ScriptedFunctions.THROTTLED;
        }
        if (dice < 30) {
            return new Result.Answered("{\"batchItemFailures\":[{\"itemIdentifier\":\"stranger\"}]}");
        }
        List<JsonNode> records = call.records();
        Set<Integer> failed = new HashSet<>();
        if (dice < 60) {
            failed.add(random.nextInt(records.size()));
            failed.add(random.nextInt(records.size()));
        }
        boolean queue = records.getFirst().has("messageId");
        int firstFailed = failed.stream().mapToInt(Integer::intValue).min().orElse(records.size());
        for (int i = 0; i < records.size(); i++) {
            if (queue && !failed.contains(i)) {
                acknowledged.add(Call.content(records.get(i)));
            } else if (!queue && i < firstFailed) {
                done(records.get(i));
            }
        }
        return ScriptedFunctions.itemsFailed(
                failed.stream().map(call::identifier).toList());
    }

    private void done(JsonNode record) {
        String key = record.path("kinesis").path("partitionKey").textValue();
        doneByKey
                .computeIfAbsent(key, none -> new ArrayList<>())
                .add(Integer.parseInt(Call.content(record).substring(1)));
    }
}
