package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.local.usage.QueueUse;
import dev.nextcart.local.usage.StreamUse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counted as AWS bills it. */
class EngineUsageTest {
    private static final String ALL = "{\"source\":[\"nextcart.shop\"]}";
    private static final int KILO = 1_024;

    @Test
    void a_batch_is_received_and_deleted_by_tens() {
        World world = new World(Templates.queues(Templates.queueSource(100, Duration.ofSeconds(1), true, 1)));

        world.send(IntStream.range(0, 25).mapToObj(n -> "m" + n).toArray(String[]::new));
        world.settleAll();

        assertEquals(new QueueUse(25, 3, 3), world.engine.usage().queues().get("nextcart-orders"));
    }

    @Test
    void each_64_kilobytes_of_messages_are_a_request() {
        World world = new World(Templates.queues(Templates.queueSource(10, Duration.ofSeconds(1), true, 1)));

        world.send("a".repeat(64 * KILO), "b".repeat(64 * KILO + 1));
        world.settleAll();

        // Sent as 1 and 2; received together, 128 KB and a byte, as 3; deleting carries no payload.
        assertEquals(new QueueUse(3, 3, 1), world.engine.usage().queues().get("nextcart-orders"));
    }

    @Test
    void what_fails_is_received_again_and_deleted_once() {
        World world = new World(Templates.queues(Templates.queueSource(10, Duration.ofSeconds(1), true, 1)));
        world.functions.answerInTurn(ScriptedFunctions.CRASH);

        world.send("m1", "m2");
        world.settleAll();

        assertEquals(new QueueUse(2, 2, 1), world.engine.usage().queues().get("nextcart-orders"));
    }

    @Test
    void an_event_counts_once_on_the_bus_and_once_for_each_queue_it_goes_to() {
        World world = new World(Templates.rules(Map.of("a", ALL, "b", ALL)));

        world.engine.putEvent("nextcart.shop", "OrderPlaced", "{\"small\":1}");
        world.engine.putEvent("nextcart.shop", "OrderPlaced", "{\"large\":\"" + "x".repeat(64 * KILO) + "\"}");
        world.engine.putEvent("another", "OrderPlaced", "{}");
        world.settleAll();

        EngineUsage usage = world.engine.usage();
        assertEquals(1 + 2 + 1, usage.busEvents());
        QueueUse queue = usage.queues().getOrDefault("nextcart-orders", new QueueUse(0, 0, 0));
        assertEquals(2 * (1 + 2), queue.sends());
    }

    @Test
    void a_record_counts_in_payload_units_of_25_kilobytes() {
        World world = new World(Templates.stream(3, Templates.streamSource()));

        world.put("ann", "x", "y".repeat(25 * KILO), "z".repeat(25 * KILO + 1));
        world.settleAll();

        assertEquals(
                Map.of("nextcart-clicks", new StreamUse(3, 6, 3, 4)),
                world.engine.usage().streams());
    }

    @Test
    void what_a_stream_gives_up_is_sent_to_its_failure_queue() {
        World world = new World(Templates.stream(1, Templates.streamSource(4, false, 0, 1)));
        world.functions.answerInTurn(ScriptedFunctions.CRASH);

        world.put("ann", "x");
        world.settleAll();

        assertEquals(
                List.of(new QueueUse(0, 0, 0), new QueueUse(1, 0, 0)),
                List.of(
                        world.engine.usage().queues().getOrDefault("nextcart-orders", new QueueUse(9, 9, 9)),
                        world.engine.usage().queues().getOrDefault("nextcart-clicks-failed", new QueueUse(9, 9, 9))));
    }
}
