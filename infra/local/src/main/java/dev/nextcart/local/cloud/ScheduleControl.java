package dev.nextcart.local.cloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.engine.DeliveryEngine;
import dev.nextcart.local.engine.EngineStatus.ScheduleStatus;
import dev.nextcart.local.engine.ScheduleRun;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The schedules, as the control API tells and fires them. */
record ScheduleControl(DeliveryEngine engine) {
    /** Longer than any function may run (15 minutes), with room for its process to start. */
    static final Duration PATIENCE = Duration.ofMinutes(17);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ObjectNode list() {
        ObjectNode answer = JSON.objectNode();
        ArrayNode schedules = answer.putArray("schedules");
        engine.schedules().forEach(schedule -> schedules.add(json(schedule)));
        return answer;
    }

    /** Adds them to a status, by name. */
    ObjectNode tell(ObjectNode status) {
        ObjectNode schedules = status.putObject("schedules");
        engine.schedules().forEach(schedule -> schedules.set(schedule.name(), json(schedule)));
        return status;
    }

    /**
     * Fires one and waits for the end of its first try.
     *
     * @throws IllegalArgumentException when none or more than one is called so
     * @throws IllegalStateException when nothing was heard of it in time
     */
    ObjectNode run(String name) {
        return engine.runSchedule(name)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .handle((run, late) -> {
                    if (late != null) {
                        throw new IllegalStateException("nothing was heard of " + name + " for " + PATIENCE.toMinutes()
                                + " minutes; it may still be running");
                    }
                    return json(name, run);
                })
                .join();
    }

    private static ObjectNode json(ScheduleStatus schedule) {
        ObjectNode json = JSON.objectNode()
                .put("name", schedule.name())
                .put("function", schedule.function())
                .put("expression", schedule.expression())
                .put("enabled", schedule.enabled());
        schedule.next().ifPresent(next -> json.put("next", next.toString()));
        schedule.last().ifPresent(last -> json.put("last", last.toString()));
        return json.put("invocations", schedule.tally().invocations())
                .put("failures", schedule.tally().failures())
                .put("givenUp", schedule.tally().givenUp());
    }

    private static ObjectNode json(String name, ScheduleRun run) {
        ObjectNode json = JSON.objectNode().put("schedule", name);
        return switch (run) {
            case ScheduleRun.Answered answered -> json.put("answer", answered.payload());
            case ScheduleRun.Failed failed -> json.put("error", failed.error()).put("retried", failed.retried());
        };
    }
}
