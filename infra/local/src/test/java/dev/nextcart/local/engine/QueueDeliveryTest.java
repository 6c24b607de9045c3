package dev.nextcart.local.engine;

import static dev.nextcart.local.engine.ScriptedFunctions.CRASH;
import static dev.nextcart.local.engine.ScriptedFunctions.SUCCESS;
import static dev.nextcart.local.engine.ScriptedFunctions.THROTTLED;
import static dev.nextcart.local.engine.ScriptedFunctions.itemsFailed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nextcart.local.engine.Invoker.Result;
import dev.nextcart.local.engine.ScriptedFunctions.Call;
import dev.nextcart.local.engine.ScriptedFunctions.Reply;
import dev.nextcart.local.template.SourceSpec.QueueSource;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueDeliveryTest {
    @Test
    void a_message_that_no_filter_lets_through_is_deleted() {
        World filtered = new World(Templates.queues(new QueueSource(
                "s",
                "orders",
                10,
                Duration.ZERO,
                true,
                1,
                List.of(Templates.json("{\"body\":{\"kind\":[\"big\"]}}")))));
        filtered.send("{\"kind\":\"big\"}", "{\"kind\":\"small\"}", "no JSON");

        filtered.settleAll();
        assertEquals(List.of(List.of("{\"kind\":\"big\"}")), filtered.functions.batches());
        assertEquals(2, filtered.source().filtered());
        assertEquals(0, filtered.queue("orders").inFlight());
    }

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final World world = new World(Templates.queues(Templates.queueSource()));

    @Test
    void a_message_reaches_the_function_in_the_event_of_sqs() {
        world.timeline.advance(Duration.ofMillis(500));
        world.send("he said \"hi\" \uD83D\uDE00");

        world.settleAll();
        JsonNode record = world.functions.call(0).record(0);
        String id = record.path("messageId").textValue();
        assertEquals(Templates.json("""
                        {"messageId":"%s","receiptHandle":"%s#1","body":"he said \\"hi\\" \uD83D\uDE00",
                         "attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1772323200500",
                                       "SenderId":"000000000000","ApproximateFirstReceiveTimestamp":"1772323200500"},
                         "messageAttributes":{},"md5OfBody":"%s","eventSource":"aws:sqs",
                         "eventSourceARN":"arn:aws:sqs:us-east-1:000000000000:nextcart-orders","awsRegion":"us-east-1"}""".formatted(id, id, Md5.hex("he said \"hi\" \uD83D\uDE00"))), record);
    }

    @Test
    void a_full_batch_goes_at_once_and_the_rest_when_its_window_ends() {
        world.send("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");

        world.settleAll();
        assertEquals(10, world.functions.call(0).records().size());
        assertEquals(World.START, world.functions.call(0).at());
        assertEquals(List.of("11", "12"), world.functions.call(1).contents());
        assertEquals(World.START.plus(ONE_SECOND), world.functions.call(1).at());
    }

    @Test
    void the_window_starts_at_the_first_message() {
        world.send("1");
        world.timeline.advance(Duration.ofMillis(700));
        world.send("2");
        world.timeline.advance(Duration.ofMillis(200));
        assertEquals(0, world.functions.calls().size());

        world.settleAll();
        assertEquals(List.of(List.of("1", "2")), world.functions.batches());
        assertEquals(World.START.plus(ONE_SECOND), world.functions.call(0).at());
    }

    @Test
    void a_batch_stays_below_six_megabytes() {
        String big = "x".repeat(DeliveryEngine.MAX_MESSAGE_BYTES);
        world.send(big, big, big, big, big, big, big);

        world.settleAll();
        assertEquals(
                List.of(5, 2),
                world.functions.calls().stream()
                        .map(call -> call.records().size())
                        .toList());
        world.functions.calls().forEach(call -> assertTrue(call.payload().length() <= EventJson.MAX_PAYLOAD_BYTES));
    }

    @Test
    void no_more_invocations_run_at_once_than_the_source_allows() {
        World two = new World(Templates.queues(Templates.queueSource(1, Duration.ZERO, true, 2)));
        two.functions.reply(call -> new Reply(SUCCESS, Duration.ofSeconds(10)));
        two.send("1", "2", "3", "4");

        two.timeline.advance(Duration.ofSeconds(5));

        assertEquals(2, two.source().running());
        assertEquals(2, two.functions.calls().size());
        two.settleAll();
        assertEquals(World.START.plusSeconds(10), two.functions.call(3).at());
    }

    @Test
    void a_failed_batch_comes_back_when_its_visibility_timeout_ends() {
        world.functions.answerInTurn(CRASH);
        world.send("1", "2");

        world.settleAll();
        Call second = world.functions.call(1);
        assertEquals(List.of("1", "2"), second.contents());
        assertEquals(World.START.plus(Templates.VISIBILITY).plus(ONE_SECOND), second.at());
        assertEquals(
                "2",
                second.record(0)
                        .path("attributes")
                        .path("ApproximateReceiveCount")
                        .textValue());
        assertEquals(1, world.source().failures());
    }

    @Test
    void only_the_items_a_function_names_come_back() {
        world.functions.answer(call -> call.number() == 0 ? itemsFailed(List.of(call.identifier(1))) : SUCCESS);
        world.send("1", "2", "3");

        world.settleAll();
        assertEquals(List.of(List.of("1", "2", "3"), List.of("2")), world.functions.batches());
        assertEquals(1, world.source().partialFailures());
        assertEquals(3, world.source().acknowledged());
    }

    @Test
    void named_items_count_for_nothing_where_the_source_does_not_report_them() {
        World plain = new World(Templates.queues(Templates.queueSource(10, ONE_SECOND, false, 5)));
        plain.functions.answer(call -> itemsFailed(List.of(call.identifier(0))));
        plain.send("1", "2");

        plain.settleAll();
        assertEquals(1, plain.functions.calls().size());
    }

    @Test
    void an_unknown_identifier_fails_the_whole_batch() {
        world.functions.answerInTurn(itemsFailed(List.of("stranger")));
        world.send("1", "2");

        world.settleAll();
        assertEquals(List.of(List.of("1", "2"), List.of("1", "2")), world.functions.batches());
    }

    @Test
    void a_message_received_too_often_is_dead_lettered_under_its_own_id() {
        world.functions.answer(call -> CRASH);
        world.send("poison");

        world.settleAll();
        assertEquals(Templates.MAX_RECEIVES, world.functions.calls().size());
        DeadLetter dead = world.engine.deadLetters("orders-dead").getFirst();
        assertEquals(world.functions.call(0).identifier(0), dead.messageId());
        assertEquals("poison", dead.body());
        assertEquals("nextcart-orders", dead.reasons().get("SourceQueue"));
        assertEquals("Runtime.ExitError: exit status 137", dead.reasons().get("LastFailure"));
        assertEquals(1, world.queue("orders").deadLettered());
        assertTrue(world.queue("orders-dead").deadLetter());
    }

    @Test
    void a_throttled_batch_counts_as_not_received() {
        world.functions.answerInTurn(THROTTLED, THROTTLED, THROTTLED, THROTTLED, THROTTLED);
        world.send("1");

        world.settleAll();
        assertEquals(6, world.functions.calls().size());
        assertEquals(
                "1",
                world.functions
                        .call(5)
                        .record(0)
                        .path("attributes")
                        .path("ApproximateReceiveCount")
                        .textValue());
        assertEquals(5, world.source().throttles());
        assertEquals(1, world.source().invocations());
        assertEquals(0, world.queue("orders").deadLettered());
    }

    @Test
    void a_throttled_source_goes_on_as_soon_as_an_instance_comes_free() {
        World one = new World(Templates.queues(Templates.queueSource(1, Duration.ZERO, true, 2)));
        one.functions.reply(
                call -> one.source().running() > 1 ? Reply.now(THROTTLED) : new Reply(SUCCESS, Duration.ofMillis(7)));
        one.send("1", "2", "3");

        one.settleAll();
        assertEquals(World.START.plusMillis(14), one.functions.calls().getLast().at());
    }

    @Test
    void a_message_older_than_its_retention_is_dropped() {
        world.functions.answer(call -> call.at().isBefore(World.START.plus(Templates.RETENTION)) ? THROTTLED : SUCCESS);
        world.send("1");

        world.settleAll();
        assertEquals(1, world.queue("orders").expired());
        assertEquals(0, world.source().acknowledged());
    }

    @Test
    void a_function_slower_than_the_visibility_timeout_sees_the_message_again() {
        world.functions.reply(call ->
                new Reply(SUCCESS, call.number() == 0 ? Templates.VISIBILITY.plusSeconds(10) : Duration.ofSeconds(1)));
        world.send("1");

        world.settleAll();
        assertEquals(2, world.functions.calls().size());
        assertEquals(
                World.START.plus(Templates.VISIBILITY).plus(ONE_SECOND),
                world.functions.call(1).at());
        assertEquals(0, world.source().failures());
    }

    @Test
    void an_invoker_that_never_answers_is_a_failure() {
        world.functions.reply(call -> call.number() == 0 ? new Reply(SUCCESS, Duration.ofDays(1)) : Reply.now(SUCCESS));
        world.send("1");

        world.settleAll();
        assertEquals(1, world.source().failures());
        assertEquals(2, world.functions.calls().size());
    }

    @Test
    void an_invoker_that_throws_is_a_failure() {
        world.functions.answer(call -> {
            if (call.number() == 0) {
                throw new IllegalArgumentException("no such package");
            }
            return SUCCESS;
        });
        world.send("1");

        world.settleAll();
        assertEquals(1, world.source().failures());
    }

    @Test
    void a_ticket_settles_when_its_message_does() {
        world.functions.answer(call -> call.contents().contains("2") ? CRASH : SUCCESS);
        long first = world.engine.sendMessage("orders", "1");
        world.timeline.advance(ONE_SECOND);
        long second = world.engine.sendMessage("orders", "2");
        world.timeline.advance(ONE_SECOND);

        assertEquals(1, first);
        assertEquals(2, second);
        assertEquals(OptionalLong.of(2), world.engine.oldestOutstandingTicket());
        assertEquals(1, world.engine.outstanding());
        var quiet = world.engine.whenQuiet();
        world.settleAll();
        assertTrue(quiet.isDone());
        assertEquals(OptionalLong.empty(), world.engine.oldestOutstandingTicket());
    }

    @Test
    void status_tells_depths_and_ages() {
        world.functions.answer(call -> CRASH);
        world.send("1");
        world.timeline.advance(Duration.ofSeconds(10));

        assertEquals(1, world.queue("orders").inFlight());
        assertEquals(0, world.queue("orders").visible());
        assertEquals(Duration.ofSeconds(10), world.queue("orders").oldest());
    }

    @Test
    void duplicates_are_delivered_until_every_copy_is_acknowledged() {
        World faulty = new World(Templates.queues(Templates.queueSource()), 3, new Faults(0.5, 1));
        IntStream.range(0, 100).forEach(i -> faulty.send("m" + i));

        faulty.settleAll();
        List<String> delivered =
                faulty.functions.batches().stream().flatMap(List::stream).toList();
        Set<String> distinct = new HashSet<>(delivered);
        assertEquals(100, distinct.size());
        assertTrue(delivered.size() > 120, () -> "delivered " + delivered.size());
    }

    @Test
    void a_reordering_queue_loses_nothing() {
        World faulty = new World(Templates.queues(Templates.queueSource()), 3, new Faults(0, 50));
        IntStream.range(0, 100).forEach(i -> faulty.send("m" + i));

        faulty.settleAll();
        List<String> delivered =
                faulty.functions.batches().stream().flatMap(List::stream).toList();
        assertEquals(100, delivered.size());
        assertTrue(
                !delivered.equals(IntStream.range(0, 100).mapToObj(i -> "m" + i).toList()));
    }

    @Test
    void a_message_in_a_queue_nobody_reads_settles_and_stays() {
        world.engine.sendMessage("orders-dead", "for the operator");

        world.settleAll();
        assertEquals(
                "for the operator",
                world.engine.deadLetters("orders-dead").getFirst().body());
    }

    @Test
    void what_sqs_refuses_is_turned_away() {
        assertThrows(IllegalArgumentException.class, () -> world.engine.sendMessage("nowhere", "1"));
        assertThrows(IllegalArgumentException.class, () -> world.engine.sendMessage("orders", ""));
        assertThrows(IllegalArgumentException.class, () -> world.engine.sendMessage("orders", "a\u0000b"));
        assertThrows(
                IllegalArgumentException.class,
                () -> world.engine.sendMessage("orders", "x".repeat(DeliveryEngine.MAX_MESSAGE_BYTES + 1)));
    }

    @Test
    void nothing_is_planned_once_all_is_done() {
        world.send("1", "2");
        world.settleAll();

        assertTrue(world.timeline.isQuiet());
        assertEquals(World.START.plus(ONE_SECOND), world.timeline.now());
    }

    @Test
    void the_result_of_an_unknown_kind_of_answer_is_a_failure_not_a_loss() {
        world.functions.answerInTurn(new Result.Answered("<html>"));
        world.send("1");

        world.settleAll();
        assertEquals(2, world.functions.calls().size());
    }
}
