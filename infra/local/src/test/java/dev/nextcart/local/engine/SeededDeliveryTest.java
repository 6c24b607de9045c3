package dev.nextcart.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.engine.DeadLetter.LostRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of messages through functions that crash, stall, answer nonsense and fail in part. */
class SeededDeliveryTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void every_message_is_acknowledged_or_dead_lettered(long seed) {
        Storm storm = new Storm(seed);

        storm.rage();

        Set<String> accounted = new HashSet<>(storm.acknowledgedMessages());
        storm.engine().deadLetters("orders-dead").forEach(dead -> accounted.add(dead.body()));
        assertEquals(names(Storm.MESSAGES), accounted);
        assertTrue(storm.engine().deadLetters("orders-dead").size() > 0, "a storm that kills nothing tests little");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void records_of_a_key_are_done_in_order_and_each_is_done_or_given_up(long seed) {
        Storm storm = new Storm(seed);

        storm.rage();

        Set<String> lost = storm.engine().deadLetters("clicks-failed").stream()
                .flatMap(dead -> dead.records().stream())
                .map(SeededDeliveryTest::content)
                .collect(Collectors.toSet());
        Set<String> accounted = new HashSet<>(lost);
        for (Map.Entry<String, List<Integer>> key : storm.doneByKey().entrySet()) {
            List<Integer> done = key.getValue();
            assertEquals(done.stream().sorted().distinct().toList(), done, () -> "order of key " + key.getKey());
            done.forEach(number -> assertTrue(accounted.add("m" + number), () -> number + " done and given up"));
        }
        assertEquals(names(Storm.MESSAGES), accounted);
        assertTrue(lost.size() > 0, "a storm that loses nothing tests little");
    }

    @Test
    void the_same_seed_gives_the_same_trace() {
        Storm first = new Storm(42);
        Storm second = new Storm(42);
        Storm other = new Storm(43);

        first.rage();
        second.rage();
        other.rage();

        assertEquals(first.trace(), second.trace());
        assertEquals(first.engine().status(), second.engine().status());
        assertNotEquals(first.trace(), other.trace());
    }

    private static Set<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "m" + i).collect(Collectors.toSet());
    }

    private static String content(LostRecord record) {
        return new String(record.data(), StandardCharsets.UTF_8);
    }
}
