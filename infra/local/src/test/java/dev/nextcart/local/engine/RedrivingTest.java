package dev.nextcart.local.engine;

import static dev.nextcart.local.engine.ScriptedFunctions.CRASH;
import static dev.nextcart.local.engine.ScriptedFunctions.SUCCESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedrivingTest {
    private final World queue = new World(Templates.queues(Templates.queueSource()));
    private final World stream = new World(Templates.stream(1, Templates.streamSource(4, false, 1, 1)));

    @Test
    void a_dead_letter_goes_back_to_its_queue_and_begins_a_new_life() {
        DeadLetter dead = diedInQueue("order");
        queue.functions.answer(call -> SUCCESS);

        assertTrue(queue.engine.redrive("orders-dead", dead.messageId()));
        assertEquals(1, queue.engine.outstanding(), "whoever waits for rest waits for it too");

        queue.settleAll();
        assertEquals(List.of(), queue.engine.deadLetters("orders-dead"));
        ScriptedFunctions.Call last = queue.functions.calls().getLast();
        assertEquals(List.of("order"), last.contents());
        assertNotEquals(dead.messageId(), last.identifier(0));
        assertEquals(
                "1",
                last.record(0)
                        .path("attributes")
                        .path("ApproximateReceiveCount")
                        .asText());
    }

    @Test
    void one_that_fails_again_is_dead_lettered_again() {
        DeadLetter dead = diedInQueue("poison");

        assertTrue(queue.engine.redrive("orders-dead", dead.messageId()));
        queue.settleAll();

        assertEquals(2 * Templates.MAX_RECEIVES, queue.functions.calls().size());
        assertEquals(
                "poison", queue.engine.deadLetters("orders-dead").getFirst().body());
    }

    @Test
    void records_that_a_stream_gave_up_are_put_on_it_again_in_order() {
        stream.functions.answer(call -> CRASH);
        stream.put("k", "1", "2");
        stream.settleAll();
        DeadLetter dead = stream.engine.deadLetters("clicks-failed").getFirst();
        stream.functions.answer(call -> SUCCESS);

        assertTrue(stream.engine.redrive("clicks-failed", dead.messageId()));
        stream.settleAll();

        assertEquals(List.of("1", "2"), stream.functions.calls().getLast().contents());
        assertEquals(List.of(), stream.engine.deadLetters("clicks-failed"));
    }

    @Test
    void one_that_is_not_there_is_not_sent() {
        DeadLetter dead = diedInQueue("order");

        assertFalse(queue.engine.redrive("orders-dead", "somebody-else"));
        assertTrue(queue.engine.discard("orders-dead", dead.messageId()));
        assertFalse(queue.engine.discard("orders-dead", dead.messageId()));
        assertFalse(queue.engine.redrive("orders-dead", dead.messageId()));
        assertEquals(0, queue.engine.outstanding());
    }

    @Test
    void what_came_in_is_counted() {
        diedInQueue("order");
        stream.put("k", "1", "2");
        stream.settleAll();

        assertEquals(1, queue.queue("orders").accepted());
        assertEquals(1, queue.queue("orders-dead").accepted());
        assertEquals(
                2,
                stream.engine.status().streams().values().stream()
                        .flatMap(each -> each.shards().stream())
                        .mapToLong(EngineStatus.ShardStatus::put)
                        .sum());
    }

    private DeadLetter diedInQueue(String body) {
        queue.functions.answer(call -> CRASH);
        queue.send(body);
        queue.settleAll();
        return queue.engine.deadLetters("orders-dead").getFirst();
    }
}
