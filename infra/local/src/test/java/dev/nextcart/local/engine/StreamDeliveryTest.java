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
import dev.nextcart.local.template.OnFailure;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamDeliveryTest {
    private final World world = world(Templates.streamSource());

    @Test
    void a_record_reaches_the_function_in_the_event_of_kinesis() {
        world.timeline.advance(Duration.ofMillis(987));
        world.put("shopper-1", "{\"eventId\":\"e1\"}");

        world.settleAll();
        JsonNode record = world.functions.call(0).record(0);
        String number = record.path("kinesis").path("sequenceNumber").textValue();
        assertTrue(number.matches("49[0-9]{54}"), number);
        assertEquals(Templates.json("""
                        {"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"shopper-1","sequenceNumber":"%s",
                                    "data":"eyJldmVudElkIjoiZTEifQ==","approximateArrivalTimestamp":1772323200.987},
                         "eventSource":"aws:kinesis","eventVersion":"1.0","eventID":"shardId-000000000000:%s",
                         "eventName":"aws:kinesis:record",
                         "invokeIdentityArn":"arn:aws:iam::000000000000:role/clicks-source-function",
                         "awsRegion":"us-east-1","eventSourceARN":"arn:aws:kinesis:us-east-1:000000000000:stream/clicks"}""".formatted(number, number)), record);
    }

    @Test
    void a_partition_key_goes_to_the_shard_whose_range_holds_its_md5() {
        World three = new World(Templates.stream(3, Templates.streamSource()));
        // First hex digits of md5: 0cc1… ("a"), 92eb… ("b"), e1671797c52e15f763380b45e841ec32 ("e").
        three.put("a", "first");
        three.put("b", "second");
        three.put("e", "third");

        three.settleAll();
        Map<String, String> shards = new HashMap<>();
        three.functions
                .calls()
                .forEach(call -> shards.put(
                        call.contents().getFirst(),
                        call.record(0).path("eventID").textValue().substring(0, 20)));
        assertEquals(
                Map.of(
                        "first", "shardId-000000000000",
                        "second", "shardId-000000000001",
                        "third", "shardId-000000000002"),
                shards);
    }

    @Test
    void batches_of_a_shard_run_one_after_another_in_order() {
        world.functions.reply(call -> new Reply(SUCCESS, Duration.ofSeconds(5)));
        world.put("k", "1", "2", "3", "4", "5", "6");

        world.settleAll();
        assertEquals(List.of(List.of("1", "2", "3", "4"), List.of("5", "6")), world.functions.batches());
        assertEquals(World.START.plusSeconds(5), world.functions.call(1).at());
    }

    @Test
    void a_batch_that_is_not_full_waits_for_its_window() {
        world.put("k", "1");
        world.timeline.advance(Duration.ofMillis(900));
        assertEquals(0, world.functions.calls().size());
        world.put("k", "2");

        world.settleAll();
        assertEquals(List.of(List.of("1", "2")), world.functions.batches());
        assertEquals(World.START.plusSeconds(1), world.functions.call(0).at());
    }

    @Test
    void a_batch_stays_below_six_megabytes() {
        World large = world(Templates.streamSource(100, true, 2, 1));
        byte[] megabyte = new byte[DeliveryEngine.MAX_RECORD_BYTES];
        IntStream.range(0, 6).forEach(i -> large.engine.putRecord("clicks", "k", megabyte));

        large.settleAll();
        assertEquals(
                List.of(4, 2),
                large.functions.calls().stream()
                        .map(call -> call.records().size())
                        .toList());
        large.functions.calls().forEach(call -> assertTrue(call.payload().length() <= EventJson.MAX_PAYLOAD_BYTES));
    }

    @Test
    void keys_of_one_shard_run_side_by_side_with_a_parallelization_factor() {
        World parallel = world(Templates.streamSource(1, false, 2, 10));
        parallel.functions.reply(call -> new Reply(SUCCESS, Duration.ofSeconds(5)));
        IntStream.range(0, 50).forEach(i -> parallel.put("key-" + i, "1", "2"));

        parallel.timeline.advance(Duration.ofSeconds(1));
        assertTrue(parallel.source().running() > 5, () -> "running " + parallel.source());
        parallel.settleAll();
        Map<String, List<String>> byKey = new HashMap<>();
        parallel.functions
                .calls()
                .forEach(call -> byKey.computeIfAbsent(
                                call.record(0)
                                        .path("kinesis")
                                        .path("partitionKey")
                                        .textValue(),
                                key -> new ArrayList<>())
                        .addAll(call.contents()));
        byKey.values().forEach(order -> assertEquals(List.of("1", "2"), order));
    }

    @Test
    void without_bisecting_the_same_batch_is_retried_then_given_up() {
        World plain = world(Templates.streamSource(4, false, 2, 1));
        plain.functions.answer(call -> call.contents().contains("2") ? CRASH : SUCCESS);
        plain.put("k", "1", "2", "3", "4", "5");

        plain.settleAll();
        List<String> batch = List.of("1", "2", "3", "4");
        assertEquals(List.of(batch, batch, batch, List.of("5")), plain.functions.batches());
        assertEquals(4, plain.source().givenUp());
        assertEquals(
                List.of(0L, 1L, 3L),
                plain.functions.calls().subList(0, 3).stream()
                        .map(call -> Duration.between(World.START, call.at()).toSeconds())
                        .toList());
    }

    @Test
    void bisecting_finds_the_poison_and_splits_do_not_consume_the_quota() {
        world.functions.answer(call -> call.contents().contains("3") ? CRASH : SUCCESS);
        world.put("k", "1", "2", "3", "4");

        world.settleAll();
        assertEquals(
                List.of(
                        List.of("1", "2", "3", "4"),
                        List.of("1", "2"),
                        List.of("3", "4"),
                        List.of("3"),
                        List.of("3"),
                        List.of("3"),
                        List.of("4")),
                world.functions.batches());
        assertEquals(1, world.source().givenUp());
        assertEquals(3, world.source().acknowledged());
    }

    @Test
    void a_batch_given_up_is_described_as_aws_documents_and_its_records_are_kept() {
        World plain = world(Templates.streamSource(4, false, 1, 1));
        plain.functions.answer(call -> CRASH);
        plain.put("k", "1", "2");

        plain.settleAll();
        DeadLetter dead = plain.engine.deadLetters("clicks-failed").getFirst();
        JsonNode body = Templates.json(dead.body());
        assertEquals(
                Templates.json("""
                        {"requestContext":{"requestId":"%s",
                           "functionArn":"arn:aws:lambda:us-east-1:000000000000:function:clicks-source-function",
                           "condition":"RetryAttemptsExhausted","approximateInvokeCount":2},
                         "responseContext":{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"},
                         "version":"1.0","timestamp":"2026-03-01T00:00:02.000Z",
                         "KinesisBatchInfo":{"shardId":"shardId-000000000000","startSequenceNumber":"%s",
                           "endSequenceNumber":"%s","approximateArrivalOfFirstRecord":"2026-03-01T00:00:00.000Z",
                           "approximateArrivalOfLastRecord":"2026-03-01T00:00:00.000Z","batchSize":2,
                           "streamArn":"arn:aws:kinesis:us-east-1:000000000000:stream/clicks"}}""".formatted(
                                body.path("requestContext").path("requestId").textValue(),
                                plain.functions.call(0).identifier(0),
                                plain.functions.call(0).identifier(1))),
                body);
        assertEquals(2, dead.records().size());
        assertEquals("1", new String(dead.records().getFirst().data(), StandardCharsets.UTF_8));
        assertEquals("Runtime.ExitError: exit status 137", dead.reasons().get("LastFailure"));
        assertTrue(plain.queue("clicks-failed").deadLetter());
    }

    @Test
    void a_partial_answer_moves_the_checkpoint_to_the_lowest_failure() {
        world.functions.answer(
                call -> call.number() == 0 ? itemsFailed(List.of(call.identifier(3), call.identifier(1))) : SUCCESS);
        world.put("k", "1", "2", "3", "4");

        world.settleAll();
        assertEquals(List.of(List.of("1", "2", "3", "4"), List.of("2", "3", "4")), world.functions.batches());
        assertEquals(1, world.source().partialFailures());
    }

    @Test
    void a_partial_answer_that_made_no_progress_is_halved() {
        world.functions.answer(StreamDeliveryTest::failOn3);
        world.put("k", "3", "4", "5", "6");

        world.settleAll();
        assertEquals(List.of("3", "4"), world.functions.call(1).contents());
        assertEquals(List.of("3"), world.functions.call(2).contents());
        assertEquals(1, world.source().givenUp());
        assertEquals(3, world.source().acknowledged());
    }

    @Test
    void without_bisecting_a_partial_answer_consumes_a_retry() {
        World plain = world(Templates.streamSource(4, false, 1, 1));
        plain.functions.answer(StreamDeliveryTest::failOn3);
        plain.put("k", "1", "2", "3", "4");

        plain.settleAll();
        assertEquals(List.of(List.of("1", "2", "3", "4"), List.of("3", "4")), plain.functions.batches());
        assertEquals(2, plain.source().givenUp());
    }

    @Test
    void a_failing_key_holds_up_only_its_own_shard() {
        World two = new World(Templates.stream(2, Templates.streamSource(4, false, -1, 1)));
        two.functions.answer(call -> call.contents().contains("poison") ? CRASH : SUCCESS);
        two.put("a", "poison");
        two.put("b", "fine");
        two.put("a", "behind");

        two.timeline.advance(Duration.ofMinutes(10));
        assertEquals(1, two.source().acknowledged());
        var shards = two.engine.status().streams().get("clicks");
        assertEquals(
                List.of(2, 0),
                shards == null
                        ? List.of()
                        : shards.shards().stream().map(each -> each.behind()).toList());
    }

    @Test
    void retries_without_end_stop_at_the_maximum_record_age() {
        World endless = world(Templates.streamSource(4, false, -1, 1));
        endless.functions.answer(call -> call.contents().contains("poison") ? CRASH : SUCCESS);
        endless.put("k", "poison");

        endless.timeline.advance(Duration.ofMinutes(59));
        endless.put("k", "fine");
        endless.settleAll();
        assertEquals(1, endless.source().givenUp());
        assertEquals(1, endless.source().acknowledged());
        DeadLetter dead = endless.engine.deadLetters("clicks-failed").getFirst();
        assertEquals(FailureDestination.RECORD_AGE_EXCEEDED, dead.reasons().get("Condition"));
    }

    @Test
    void a_record_older_than_the_streams_retention_is_dropped() {
        World ageless = world(new StreamSource(
                "s", "clicks", 1, Duration.ZERO, true, "LATEST", -1, Duration.ofSeconds(-1), true, 1, "clicks-failed"));
        ageless.functions.answer(call -> CRASH);
        ageless.put("k", "1");

        ageless.settleAll();
        assertEquals(1, ageless.source().expired());
        assertEquals(0, ageless.source().givenUp());
    }

    @Test
    void a_throttled_batch_is_asked_again_without_counting() {
        world.functions.answerInTurn(THROTTLED, THROTTLED, THROTTLED, THROTTLED, CRASH, CRASH);
        world.put("k", "1");

        world.settleAll();
        assertEquals(1, world.source().acknowledged());
        assertEquals(0, world.source().givenUp());
        assertEquals(4, world.source().throttles());
        assertEquals(3, world.source().invocations());
    }

    @Test
    void an_unknown_sequence_number_fails_the_whole_batch() {
        world.functions.answerInTurn(new Result.Answered("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}"));
        world.put("k", "1", "2");

        world.settleAll();
        assertEquals(List.of(List.of("1", "2"), List.of("1"), List.of("2")), world.functions.batches());
    }

    @Test
    void sequence_numbers_of_a_shard_only_rise() {
        world.put("k", "1", "2", "3", "4");

        world.settleAll();
        Call call = world.functions.call(0);
        IntStream.range(1, 4).forEach(i -> assertTrue(call.identifier(i - 1).compareTo(call.identifier(i)) < 0));
    }

    @Test
    void a_ticket_settles_when_every_reader_of_the_stream_is_done() {
        StreamSource first = Templates.streamSource();
        StreamSource slow = new StreamSource(
                "slow", "clicks", 1, Duration.ZERO, true, "LATEST", 0, Duration.ofHours(1), false, 1, "clicks-failed");
        World both = new World(Templates.template(Map.of(), 1, List.of(first, slow)));
        both.functions.reply(call ->
                new Reply(SUCCESS, call.function().startsWith("slow") ? Duration.ofSeconds(30) : Duration.ZERO));
        both.put("k", "1");

        both.timeline.advance(Duration.ofSeconds(20));
        assertEquals(1, both.engine.outstanding());
        both.settleAll();
        assertEquals(2, both.functions.calls().size());
    }

    @Test
    void what_kinesis_refuses_is_turned_away() {
        byte[] tooBig = new byte[DeliveryEngine.MAX_RECORD_BYTES + 1];

        assertThrows(IllegalArgumentException.class, () -> world.engine.putRecord("clicks", "k", tooBig));
        assertThrows(IllegalArgumentException.class, () -> world.engine.putRecord("clicks", "", new byte[1]));
        assertThrows(
                IllegalArgumentException.class, () -> world.engine.putRecord("clicks", "k".repeat(257), new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> world.engine.putRecord("nowhere", "k", new byte[1]));
        assertEquals(0, world.engine.outstanding());
    }

    @Test
    void nothing_is_planned_once_all_is_done() {
        world.put("k", "1", "2");
        world.settleAll();

        assertTrue(world.timeline.isQuiet());
        assertEquals(World.START.plusSeconds(1), world.timeline.now());
    }

    @Test
    void a_record_that_no_filter_lets_through_is_done_without_a_word() {
        World filtered = world(new StreamSource(
                "s",
                "clicks",
                4,
                Duration.ZERO,
                true,
                "LATEST",
                0,
                Duration.ofHours(1),
                true,
                1,
                new OnFailure.ToQueue("clicks-failed"),
                List.of(
                        Templates.json("{\"data\":{\"type\":[\"ProductViewed\"]}}"),
                        Templates.json("{\"partitionKey\":[{\"prefix\":\"vip-\"}]}"))));
        String viewed = "{\"type\":\"ProductViewed\"}";
        filtered.put("k", viewed, "{\"type\":\"CartItemAdded\"}", "no JSON");
        filtered.put("vip-7", "anything");

        filtered.settleAll();
        assertEquals(List.of(List.of(viewed, "anything")), filtered.functions.batches());
        assertEquals(2, filtered.source().filtered());
        assertEquals(2, filtered.source().acknowledged());
    }

    private static Result failOn3(Call call) {
        int place = call.contents().indexOf("3");
        return place < 0 ? SUCCESS : itemsFailed(List.of(call.identifier(place)));
    }

    private static World world(StreamSource source) {
        return new World(Templates.stream(1, source));
    }
}
