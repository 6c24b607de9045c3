package dev.nextcart.local.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.nextcart.local.template.SourceSpec.ScheduleSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What a schedule hands to its function: its input with Scheduler's keywords replaced ("Adding context attributes in
 * EventBridge Scheduler", read 2026-11), or without an input the notification that Scheduler makes up.
 */
final class ScheduleEvent {
    private final ScheduleSource spec;
    private final Ids ids;
    private final String arn;

    ScheduleEvent(ScheduleSource spec, Ids ids) {
        this.spec = spec;
        this.ids = ids;
        this.arn = "arn:aws:scheduler:" + Place.REGION + ":" + Place.ACCOUNT + ":schedule/default/" + spec.name();
    }

    /** @param attempt from 1 */
    String payload(Instant scheduledTime, int attempt) {
        String execution = ids.next();
        String time = seconds(scheduledTime);
        return spec.input()
                .map(input -> input.replace("<aws.scheduler.schedule-arn>", arn)
                        .replace("<aws.scheduler.scheduled-time>", time)
                        .replace("<aws.scheduler.execution-id>", execution)
                        .replace("<aws.scheduler.attempt-number>", Integer.toString(attempt)))
                .orElseGet(() -> notification(execution, time));
    }

    /** As Scheduler's attributes of a dead letter, in the words of our other dead letters. */
    Map<String, String> reasons(Instant scheduledTime, int attempts, String condition, String lastFailure) {
        return Map.of(
                "SourceSchedule",
                spec.name(),
                "Condition",
                condition,
                "Attempts",
                Integer.toString(attempts),
                "ScheduledTime",
                seconds(scheduledTime),
                "LastFailure",
                lastFailure);
    }

    private String notification(String id, String time) {
        var event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "0")
                .put("id", id)
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.scheduler")
                .put("account", Place.ACCOUNT)
                .put("time", time)
                .put("region", Place.REGION);
        event.putArray("resources").add(arn);
        return event.put("detail", "{}").toString();
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
