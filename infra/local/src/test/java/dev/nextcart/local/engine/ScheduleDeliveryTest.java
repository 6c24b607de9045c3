package dev.nextcart.local.engine;

import static dev.nextcart.local.engine.ScriptedFunctions.CRASH;
import static dev.nextcart.local.engine.ScriptedFunctions.SUCCESS;
import static dev.nextcart.local.engine.ScriptedFunctions.THROTTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.engine.EngineStatus.ScheduleStatus;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.ScheduleExpression;
import dev.nextcart.local.template.SourceSpec.ScheduleSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ScheduleDeliveryTest {
    private static final String INPUT =
            "{\"at\":\"<aws.scheduler.scheduled-time>\",\"try\":<aws.scheduler.attempt-number>}";

    private final World world = world(schedule("cron(0 3 * * ? *)", 2, Optional.of("orders-dead")));

    @Test
    void a_schedule_fires_each_time_the_clock_passes_it() {
        world.timeline.advance(Duration.ofHours(3).minusSeconds(1));
        assertEquals(0, world.functions.calls().size());

        world.timeline.advance(Duration.ofDays(2));

        assertEquals(
                List.of(at(3, 1), at(27, 1)),
                world.functions.calls().stream().map(call -> call.payload()).toList());
        assertEquals(
                World.START.plus(Duration.ofHours(3)), world.functions.call(0).at());
        assertEquals(0, world.engine.outstanding());
    }

    @Test
    void it_is_no_reason_to_move_the_clock() {
        world.send("1");

        world.settleAll();

        assertTrue(world.timeline.isQuiet());
        assertEquals(World.START, world.timeline.now());
        assertEquals(0, world.functions.calls().size());
    }

    @Test
    void when_something_else_moves_the_clock_it_fires_on_the_way_at_its_own_time() {
        World both = new World(Templates.template(
                Map.of(), 1, List.of(schedule("rate(1 hour)", 0, Optional.empty()), Templates.streamSource())));
        both.timeline.after(Duration.ofMinutes(150), () -> both.put("k", "1"));

        both.settleAll();

        assertEquals(
                List.of(60L, 120L, 150L),
                both.functions.calls().stream()
                        .map(call -> Duration.between(World.START, call.at()).toMinutes())
                        .toList());
    }

    @Test
    void a_failed_event_is_tried_again_after_one_minute_then_two() {
        world.functions.answerInTurn(CRASH, CRASH, SUCCESS);
        world.timeline.advance(Duration.ofHours(3));

        world.settleAll();

        assertEquals(
                List.of(at(3, 1), at(3, 2), at(3, 3)),
                world.functions.calls().stream().map(call -> call.payload()).toList());
        assertEquals(
                List.of(0L, 60L, 180L),
                world.functions.calls().stream()
                        .map(call -> Duration.between(World.START.plus(Duration.ofHours(3)), call.at())
                                .toSeconds())
                        .toList());
        assertEquals(0, world.engine.deadLetters("orders-dead").size());
    }

    @Test
    void after_its_retries_the_event_lies_in_the_dead_letter_queue_with_its_reasons() {
        world.functions.answer(call -> CRASH);
        world.timeline.advance(Duration.ofHours(3));
        assertEquals(1, world.engine.outstanding());

        world.settleAll();

        assertEquals(3, world.functions.calls().size());
        DeadLetter dead = world.engine.deadLetters("orders-dead").getFirst();
        assertEquals(at(3, 3), dead.body());
        assertEquals(
                Map.of(
                        "SourceSchedule",
                        "sweep-daily",
                        "Condition",
                        "MaximumRetryAttempts",
                        "Attempts",
                        "3",
                        "ScheduledTime",
                        "2026-03-01T03:00:00Z",
                        "LastFailure",
                        "Runtime.ExitError: exit status 137"),
                dead.reasons());
        assertEquals(1, status(world).tally().givenUp());
    }

    @Test
    void an_event_too_old_for_another_try_is_given_up() {
        World short_ = world(new ScheduleSource(
                "Daily",
                "sweep-daily",
                ScheduleExpression.parse("rate(1 day)"),
                Optional.of(INPUT),
                true,
                185,
                Duration.ofMinutes(10),
                Optional.of("orders-dead")));
        short_.functions.answer(call -> CRASH);
        short_.timeline.advance(Duration.ofDays(1));

        short_.settleAll();

        // Tries at minutes 0, 1, 3, 7; the next would be at 15.
        assertEquals(4, short_.functions.calls().size());
        assertEquals(
                "MaximumEventAgeInSeconds",
                short_.engine.deadLetters("orders-dead").getFirst().reasons().get("Condition"));
    }

    @Test
    void without_a_dead_letter_queue_it_is_lost_and_counted() {
        World lost = world(schedule("rate(1 day)", 0, Optional.empty()));
        lost.functions.answer(call -> CRASH);
        lost.timeline.advance(Duration.ofDays(1));

        lost.settleAll();

        assertEquals(1, status(lost).tally().givenUp());
    }

    @Test
    void a_throttled_event_waits_and_has_spent_no_try() {
        world.functions.answerInTurn(THROTTLED, THROTTLED, THROTTLED, THROTTLED, SUCCESS);
        world.timeline.advance(Duration.ofHours(3));

        world.settleAll();

        assertEquals(at(3, 1), world.functions.call(4).payload());
        assertEquals(4, status(world).tally().throttles());
        assertEquals(1, status(world).tally().invocations());
    }

    @Test
    void without_an_input_the_event_is_schedulers_own_notification() {
        World plain = world(new ScheduleSource(
                "Daily",
                "sweep-daily",
                ScheduleExpression.parse("rate(1 day)"),
                Optional.empty(),
                true,
                0,
                Duration.ofDays(1),
                Optional.empty()));
        plain.timeline.advance(Duration.ofDays(1));

        plain.settleAll();
        var event = plain.functions.call(0).event();
        assertEquals(Templates.json("""
                {"version":"0","id":"%s","detail-type":"Scheduled Event","source":"aws.scheduler",
                 "account":"000000000000","time":"2026-03-02T00:00:00Z","region":"us-east-1",
                 "resources":["arn:aws:scheduler:us-east-1:000000000000:schedule/default/sweep-daily"],"detail":"{}"}
                """.formatted(event.path("id").textValue())), event);
    }

    @Test
    void fired_by_hand_it_tells_of_its_first_try_and_goes_on_as_ever() {
        world.functions.answerInTurn(CRASH, SUCCESS);

        CompletableFuture<ScheduleRun> failed = world.engine.runSchedule("sweep-daily");
        world.settleAll();
        assertEquals(new ScheduleRun.Failed("Runtime.ExitError: exit status 137", true), failed.getNow(null));
        assertEquals(2, world.functions.calls().size());

        CompletableFuture<ScheduleRun> answered = world.engine.runSchedule("Daily-function");
        world.settleAll();
        assertEquals(new ScheduleRun.Answered("{\"batchItemFailures\":[]}"), answered.getNow(null));
        assertEquals(World.START.plus(Duration.ofHours(3)), status(world).next().orElseThrow());
    }

    @Test
    void a_disabled_one_fires_by_hand_only() {
        World off = world(new ScheduleSource(
                "Daily",
                "sweep-daily",
                ScheduleExpression.parse("rate(1 minute)"),
                Optional.of("{}"),
                false,
                0,
                Duration.ofDays(1),
                Optional.empty()));

        off.timeline.advance(Duration.ofHours(1));
        assertEquals(0, off.functions.calls().size());
        assertEquals(Optional.empty(), status(off).next());
        assertFalse(status(off).enabled());

        CompletableFuture<ScheduleRun> run = off.engine.runSchedule("sweep-daily");
        off.settleAll();
        assertTrue(run.isDone());
        assertEquals(1, off.functions.calls().size());
        assertEquals(Instant.parse("2026-03-01T01:00:00Z"), status(off).last().orElseThrow());
    }

    @Test
    void a_name_nobody_has_is_told_with_those_there_are() {
        IllegalArgumentException nobody =
                assertThrows(IllegalArgumentException.class, () -> world.engine.runSchedule("weekly"));

        assertTrue(String.valueOf(nobody.getMessage()).contains("[sweep-daily]"), nobody::getMessage);
        assertThrows(IllegalArgumentException.class, () -> world.engine.runSchedule(""));
    }

    @Test
    void the_same_seed_fires_the_same_events() {
        World first = new World(template("rate(1 hour)"), 5, Faults.NONE);
        World second = new World(template("rate(1 hour)"), 5, Faults.NONE);
        World other = new World(template("rate(1 hour)"), 6, Faults.NONE);

        List.of(first, second, other).forEach(each -> each.timeline.advance(Duration.ofDays(1)));

        assertEquals(24, payloads(first).size());
        assertEquals(payloads(first), payloads(second));
        assertNotEquals(payloads(first), payloads(other));
        assertEquals(List.of(), first.timeline.failures());
    }

    private static List<String> payloads(World world) {
        return world.functions.calls().stream().map(call -> call.payload()).toList();
    }

    private static CloudTemplate template(String expression) {
        return Templates.template(
                Map.of(),
                1,
                List.of(new ScheduleSource(
                        "Hourly",
                        "hourly",
                        ScheduleExpression.parse(expression),
                        Optional.empty(),
                        true,
                        0,
                        Duration.ofDays(1),
                        Optional.empty())));
    }

    private static ScheduleStatus status(World world) {
        return world.engine.schedules().getFirst();
    }

    private static String at(int hours, int attempt) {
        return INPUT.replace(
                        "<aws.scheduler.scheduled-time>",
                        World.START.plus(Duration.ofHours(hours)).toString())
                .replace("<aws.scheduler.attempt-number>", Integer.toString(attempt));
    }

    private static ScheduleSource schedule(String expression, int retries, Optional<String> deadLetters) {
        return new ScheduleSource(
                "Daily",
                "sweep-daily",
                ScheduleExpression.parse(expression),
                Optional.of(INPUT),
                true,
                retries,
                Duration.ofDays(1),
                deadLetters);
    }

    private static World world(ScheduleSource source) {
        return new World(Templates.template(Map.of(), 1, List.of(source)));
    }
}
