package dev.nextcart.local.engine;

import static dev.nextcart.local.engine.ScriptedFunctions.CRASH;
import static dev.nextcart.local.engine.ScriptedFunctions.SUCCESS;
import static dev.nextcart.local.engine.ScriptedFunctions.itemsFailed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nextcart.local.engine.ScriptedFunctions.Call;
import dev.nextcart.local.engine.ScriptedFunctions.Reply;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.OnFailure;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import dev.nextcart.local.template.TableSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changes of a table through the engine; where they are read from is another test's matter. */
class TableDeliveryTest {
    private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/profiles";

    private final World world = world(source(4, true, 2, 1, List.of()));
    private int changes;

    @Test
    void changes_reach_the_function_as_they_were_read() {
        change(world, "a", "INSERT", "1");
        change(world, "b", "MODIFY", "2");

        world.settleAll();
        assertEquals(List.of("INSERT:1", "MODIFY:2"), contents(world.functions.call(0)));
        assertEquals(2, world.source().acknowledged());
        assertEquals(2, world.functions.call(0).records().size());
    }

    @Test
    void a_poisoned_change_is_bisected_out_and_given_up_with_its_whereabouts() {
        world.functions.answer(call -> contents(call).contains("INSERT:3") ? CRASH : SUCCESS);
        IntStream.rangeClosed(1, 4).forEach(i -> change(world, "k" + i, "INSERT", "" + i));

        world.settleAll();
        assertEquals(3, world.source().acknowledged());
        DeadLetter dead = world.engine.deadLetters("clicks-failed").getFirst();
        JsonNode batch = Templates.json(dead.body()).path("DDBStreamBatchInfo");
        assertEquals("shard-1", batch.path("shardId").textValue());
        assertEquals("000003", batch.path("startSequenceNumber").textValue());
        assertEquals(1, batch.path("batchSize").asInt());
        assertTrue(batch.path("streamArn").asText().startsWith(ARN + "/stream/"), batch::toString);
        assertEquals("profiles", dead.reasons().get("SourceStream"));
        assertThrows(IllegalArgumentException.class, () -> world.engine.putBack(dead), "a change cannot be put back");
    }

    @Test
    void a_partial_answer_moves_the_checkpoint_to_the_sequence_number_it_names() {
        world.functions.answer(call -> call.number() == 0 ? itemsFailed(List.of("000002")) : SUCCESS);
        IntStream.rangeClosed(1, 4).forEach(i -> change(world, "k" + i, "INSERT", "" + i));

        world.settleAll();
        assertEquals(List.of("INSERT:2", "INSERT:3", "INSERT:4"), contents(world.functions.call(1)));
    }

    @Test
    void what_no_filter_lets_through_is_done_without_a_word() {
        World filtered = world(source(10, true, 0, 1, List.of(Templates.json("""
                        {"eventName":["INSERT","MODIFY"],"dynamodb":{"NewImage":{"n":{"S":["1","3"]}}}}"""))));
        change(filtered, "a", "INSERT", "1");
        change(filtered, "b", "INSERT", "2");
        change(filtered, "c", "REMOVE", "3");
        change(filtered, "d", "MODIFY", "3");

        filtered.settleAll();
        assertEquals(List.of("INSERT:1", "MODIFY:3"), contents(filtered.functions.call(0)));
        assertEquals(2, filtered.source().filtered());
    }

    @Test
    void an_items_changes_stay_in_order_when_its_shard_is_split() {
        World parallel = world(source(1, false, 5, 4, List.of()));
        parallel.functions.reply(
                call -> new Reply(call.number() % 5 == 0 ? CRASH : SUCCESS, Duration.ofSeconds(call.number() % 3)));
        for (int i = 0; i < 60; i++) {
            parallel.engine.putChange("profiles", change(i < 30 ? "parent" : "child", "k" + i % 7, "MODIFY", "" + i));
        }

        parallel.settleAll();
        Map<String, List<Integer>> done = new HashMap<>();
        parallel.functions.calls().stream()
                .filter(call -> call.number() % 5 != 0)
                .flatMap(call -> call.records().stream())
                .forEach(record -> done.computeIfAbsent(
                                record.path("dynamodb").path("Keys").toString(), key -> new ArrayList<>())
                        .add(record.path("dynamodb")
                                .path("NewImage")
                                .path("n")
                                .path("S")
                                .asInt()));
        assertEquals(7, done.size());
        done.values().forEach(order -> assertEquals(order.stream().sorted().toList(), order));
    }

    @Test
    void a_batch_is_of_one_shard() {
        world.engine.putChange("profiles", change("parent", "a", "INSERT", "1"));
        world.engine.putChange("profiles", change("child", "a", "MODIFY", "2"));

        world.settleAll();
        assertEquals(2, world.functions.calls().size());
    }

    @Test
    void while_somebody_holds_the_engine_is_not_quiet() {
        Hold hold = world.engine.hold();
        CompletableFuture<Void> quiet = world.engine.whenQuiet();
        assertEquals(1, world.engine.outstanding());
        change(world, "a", "INSERT", "1");

        hold.close();
        assertFalse(quiet.isDone());

        world.settleAll();
        assertTrue(quiet.isDone());
    }

    @Test
    void a_table_without_a_stream_cannot_be_followed() {
        IllegalArgumentException problem = assertThrows(
                IllegalArgumentException.class,
                () -> new World(template(source(1, true, 0, 1, List.of()), Optional.empty())));

        assertTrue(String.valueOf(problem.getMessage()).contains("has no StreamSpecification"), problem::getMessage);
        assertThrows(
                IllegalArgumentException.class,
                () -> world.engine.putChange("orders", change("s", "k", "INSERT", "1")));
    }

    @Test
    void the_status_shows_how_far_a_table_is_behind() {
        world.functions.answer(call -> CRASH);
        change(world, "a", "INSERT", "1");
        world.timeline.advance(Duration.ofSeconds(1));

        assertEquals(
                1,
                Optional.ofNullable(world.engine.status().streams().get("profiles"))
                        .orElseThrow()
                        .shards()
                        .getFirst()
                        .behind());
        assertEquals(
                List.of("profiles"),
                world.engine.followedTables().stream().map(TableSpec::id).toList());
    }

    private void change(World to, String key, String name, String value) {
        to.engine.putChange("profiles", change("shard-1", key, name, value));
    }

    private TableChange change(String shard, String key, String name, String value) {
        String number = "%06d".formatted(++changes);
        return new TableChange(shard, number, key, """
                {"eventName":"%s","dynamodb":{"Keys":{"id":{"S":"%s"}},"NewImage":{"n":{"S":"%s"}},"SequenceNumber":"%s"}}""".formatted(name, key, value, number));
    }

    private static List<String> contents(Call call) {
        return call.records().stream()
                .map(record -> record.path("eventName").asText() + ":"
                        + record.path("dynamodb")
                                .path("NewImage")
                                .path("n")
                                .path("S")
                                .asText())
                .toList();
    }

    private static StreamSource source(
            int batchSize, boolean bisect, int retries, int parallel, List<JsonNode> filters) {
        return new StreamSource(
                "changes",
                "profiles",
                batchSize,
                Duration.ofSeconds(1),
                true,
                "TRIM_HORIZON",
                retries,
                Duration.ofHours(1),
                bisect,
                parallel,
                new OnFailure.ToQueue("clicks-failed"),
                filters);
    }

    private static CloudTemplate template(StreamSource source, Optional<String> view) {
        CloudTemplate template = Templates.stream(1, source);
        TableSpec table = new TableSpec(
                "profiles",
                "profiles",
                ARN,
                new TableSpec.Key("id", "S"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                view);
        return new CloudTemplate(
                template.busNames(),
                template.rules(),
                template.queues(),
                template.streams(),
                Map.of("profiles", table),
                template.functions(),
                template.bucketNames(),
                template.deliveryStreams());
    }

    private static World world(StreamSource source) {
        return new World(template(source, Optional.of("NEW_IMAGE")));
    }
}
