package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.template.CloudTemplate;
import dev.nextcart.local.template.DeliveryStreamSpec;
import dev.nextcart.local.template.RuleSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ArchiveDeliveryTest {
    private static final String ORDERS = "{\"source\":[\"nextcart.shop\"],\"detail-type\":[\"OrderPlaced\"]}";
    private static final long BUFFER_BYTES = 100;

    private final Map<String, String> landed = new LinkedHashMap<>();
    private boolean full;
    private final VirtualTimeline timeline = new VirtualTimeline(World.START);
    private final ScriptedFunctions functions = new ScriptedFunctions(timeline);
    private final DeliveryEngine engine =
            new DeliveryEngine(template(), functions, timeline, 1, Faults.NONE, this::land);

    @Test
    void what_the_rule_matches_lands_bare_and_on_one_line_in_the_folder_of_its_day() {
        engine.putEvent("nextcart.shop", "OrderPlaced", "{\n  \"a\" : \"x \\\" y\",\n  \"n\": 1.10}");
        engine.putEvent("nextcart.shop", "ReviewPosted", "{\"not\":\"matched\"}");

        settle();
        Map.Entry<String, String> object = landed.entrySet().iterator().next();
        assertEquals(1, landed.size());
        assertTrue(
                object.getKey()
                        .matches(
                                "archive/events/day=2026-03-01/bus-archive-1-2026-03-01-00-00-00-[0-9a-f-]{36}[.]jsonl[.]gz"),
                object.getKey());
        assertEquals("{\"a\":\"x \\\" y\",\"n\":1.10}\n", object.getValue());
    }

    @Test
    void what_the_stream_gets_lands_as_it_is_and_the_functions_get_it_all_the_same() {
        engine.putRecord("clicks", "ann", "{\"click\":1}".getBytes(StandardCharsets.UTF_8));
        engine.putRecord("clicks", "bob", "no json".getBytes(StandardCharsets.UTF_8));

        settle();
        assertEquals(List.of("{\"click\":1}\nno json\n"), List.copyOf(landed.values()));
        assertEquals(1, functions.calls().size());
    }

    @Test
    void a_full_buffer_lands_without_waiting_for_rest() {
        for (int number = 0; number < 7; number++) {
            engine.putEvent("nextcart.shop", "OrderPlaced", "{\"eventId\":\"event-number-" + number + "\"}");
            timeline.advance(Duration.ZERO);
        }

        settle();
        assertEquals(
                List.of(4L, 3L),
                landed.values().stream().map(text -> text.lines().count()).toList());
        EngineStatus.DeliveryStatus bus = engine.deliveries().getFirst();
        assertEquals(0, bus.buffered());
        assertEquals(2, bus.objects());
        assertEquals(7, bus.landed());
    }

    @Test
    void archiving_holds_up_no_ticket_and_says_what_is_buffered() {
        engine.putEvent("nextcart.shop", "OrderPlaced", "{\"eventId\":\"e1\"}");

        timeline.advance(Duration.ofMillis(1));
        EngineStatus.DeliveryStatus bus = engine.deliveries().getFirst();
        assertEquals(0, engine.outstanding());
        assertEquals(1, bus.buffered());
        assertEquals("{\"eventId\":\"e1\"}\n".length(), bus.bufferedBytes());
        assertEquals(Map.of(), landed);
    }

    @Test
    void whoever_must_see_it_has_it_landed_at_once() {
        engine.putEvent("nextcart.shop", "OrderPlaced", "{\"eventId\":\"e1\"}");
        var done = engine.flushDeliveries();

        timeline.advance(Duration.ZERO);
        assertTrue(done.isDone() && !done.isCompletedExceptionally());
        assertEquals(1, landed.size());
    }

    @Test
    void what_could_not_land_stays_buffered_and_lands_later() {
        full = true;
        engine.putEvent("nextcart.shop", "OrderPlaced", "{\"eventId\":\"e1\"}");
        var failed = engine.flushDeliveries();
        timeline.runUntilQuiet();
        assertTrue(failed.isCompletedExceptionally());
        assertEquals(1, engine.deliveries().getFirst().buffered());

        full = false;
        engine.putEvent("nextcart.shop", "OrderPlaced", "{\"eventId\":\"e2\"}");
        var landing = engine.flushDeliveries();
        timeline.runUntilQuiet();

        assertTrue(landing.isDone() && !landing.isCompletedExceptionally());
        assertEquals(List.of("{\"eventId\":\"e1\"}\n{\"eventId\":\"e2\"}\n"), List.copyOf(landed.values()));
        assertEquals(0, engine.outstanding());
    }

    private void settle() {
        timeline.runUntilQuiet();
        assertEquals(List.of(), timeline.failures());
        assertEquals(0, engine.outstanding());
    }

    private void land(String bucket, String key, byte[] object) {
        if (full) {
            throw new UncheckedIOException(new IOException("no space left"));
        }
        try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(object))) {
            landed.put(bucket + "/" + key, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bus rule feeds the archive and nothing else, so that its tickets settle at once. */
    private static CloudTemplate template() {
        CloudTemplate plain = Templates.template(Map.of(), 1, List.of(Templates.streamSource()));
        return new CloudTemplate(
                plain.busNames(),
                Map.of("rule", new RuleSpec("rule", "bus", Templates.json(ORDERS), List.of(), List.of("BusArchive"))),
                plain.queues(),
                plain.streams(),
                plain.tables(),
                plain.functions(),
                Map.of("Bucket", "archive"),
                Map.of(
                        "BusArchive",
                        delivery("BusArchive", "bus-archive", Optional.empty()),
                        "ClicksArchive",
                        delivery("ClicksArchive", "clicks-archive", Optional.of("clicks"))));
    }

    private static DeliveryStreamSpec delivery(String id, String name, Optional<String> stream) {
        return new DeliveryStreamSpec(
                id,
                name,
                "archive",
                "events/day=!{timestamp:yyyy-MM-dd}/",
                ".jsonl.gz",
                BUFFER_BYTES,
                Duration.ofMinutes(5),
                stream);
    }
}
