package dev.nextcart.local.engine;

import static dev.nextcart.local.engine.ScriptedFunctions.CRASH;
import static dev.nextcart.local.engine.ScriptedFunctions.SUCCESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.OnFailure;
import dev.nextcart.local.template.SourceSpec.StreamSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FailureBucketTest {
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final Map<String, byte[]> objects = new TreeMap<>();
    private final VirtualTimeline timeline = new VirtualTimeline(World.START);
    private final ScriptedFunctions functions = new ScriptedFunctions(timeline);
    private final DeliveryEngine engine = engine((bucket, key, object) -> objects.put(bucket + "/" + key, object));

    @Test
    void a_batch_given_up_becomes_an_object_with_the_whole_event() {
        functions.answer(call -> call.contents().contains("poison") ? CRASH : SUCCESS);
        put("fine", "poison", "fine too");

        settle();

        assertEquals(1, objects.size());
        String key = objects.keySet().iterator().next();
        assertTrue(
                key.matches("archive/aws/lambda/" + UUID + "/shardId-000000000000/2026-03-01T00\\.00\\.0\\d-" + UUID),
                key);
        JsonNode record = Templates.json(text(key));
        JsonNode poison = functions.calls().stream()
                .filter(call -> call.contents().equals(List.of("poison")))
                .findFirst()
                .orElseThrow()
                .event();
        assertEquals(poison, Templates.json(record.path("payload").textValue()));
        assertEquals(
                "RetryAttemptsExhausted",
                record.path("requestContext").path("condition").textValue());
        assertEquals(1, record.path("KinesisBatchInfo").path("batchSize").asInt());
        assertEquals(0, engine.outstanding());
    }

    @Test
    void it_reads_as_a_dead_letter_whose_records_can_be_put_back() {
        functions.answer(call -> call.contents().contains("poison") ? CRASH : SUCCESS);
        put("fine", "poison");
        settle();
        String key = objects.keySet().iterator().next();
        DeadLetter letter = FailureRecord.read(key, objects.getOrDefault(key, new byte[0]));

        functions.answer(call -> SUCCESS);
        List<Long> tickets = engine.putBack(letter);
        settle();

        assertEquals(List.of(3L), tickets);
        assertEquals(List.of("poison"), functions.batches().getLast());
        assertEquals(0, engine.outstanding());
        assertEquals(
                Map.of("SourceStream", "clicks", "Condition", "RetryAttemptsExhausted", "Invocations", "3"),
                letter.reasons());
        assertEquals("shopper-1", letter.records().getFirst().partitionKey());
    }

    @Test
    void what_cannot_be_stored_is_lost_and_holds_up_nothing() {
        DeliveryEngine full = engine((bucket, key, object) -> {
            throw new UncheckedIOException(new IOException("no space left"));
        });
        functions.answer(call -> call.contents().contains("poison") ? CRASH : SUCCESS);

        full.putRecord("clicks", "k", bytes("poison"));
        full.putRecord("clicks", "k", bytes("fine"));
        timeline.runUntilQuiet();

        assertEquals(0, full.outstanding());
        assertEquals(1, full.status().sources().getFirst().givenUp());
        assertEquals(1, full.status().sources().getFirst().acknowledged());
        assertEquals(List.of(), timeline.failures());
    }

    @Test
    void what_is_no_such_record_is_told() {
        assertThrows(IllegalArgumentException.class, () -> FailureRecord.read("k", bytes("{}")));
        assertThrows(IllegalArgumentException.class, () -> FailureRecord.read("k", bytes("no JSON")));
        DeadLetter elsewhere = new DeadLetter("k", World.START, "", Map.of("SourceStream", "other"), List.of());
        assertThrows(IllegalArgumentException.class, () -> engine.putBack(elsewhere));
    }

    private DeliveryEngine engine(Landing landing) {
        StreamSource source = new StreamSource(
                "clicks-source",
                "clicks",
                4,
                Duration.ofSeconds(1),
                true,
                "TRIM_HORIZON",
                1,
                Duration.ofHours(1),
                true,
                1,
                new OnFailure.ToBucket("bucket"),
                List.of());
        CloudTemplate template = Templates.stream(1, source);
        CloudTemplate withBucket = new CloudTemplate(
                template.busNames(),
                template.rules(),
                template.queues(),
                template.streams(),
                template.tables(),
                template.functions(),
                Map.of("bucket", "archive"),
                template.deliveryStreams());
        return new DeliveryEngine(withBucket, functions, timeline, 1, Faults.NONE, landing);
    }

    private void put(String... contents) {
        List.of(contents).forEach(each -> engine.putRecord("clicks", "shopper-1", bytes(each)));
    }

    private void settle() {
        timeline.runUntilQuiet();
        assertEquals(List.of(), timeline.failures());
    }

    private String text(String key) {
        return new String(objects.getOrDefault(key, new byte[0]), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
