package dev.nextcart.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nextcart.domain.ledger.DayBucket;
import dev.nextcart.domain.ledger.Rollup;
import dev.nextcart.domain.ledger.SaleLine;
import dev.nextcart.testkit.Events;
import dev.nextcart.testkit.RandomEvents;
import dev.nextcart.testkit.ShopperEvents;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RollupCodecTest {
    private static final DayBucket BUCKET = new DayBucket(LocalDate.parse("2010-12-01"), 7);

    @Test
    void any_rollup_is_read_back_as_it_was_written_and_equal_ones_have_equal_bytes() {
        for (int seed = 0; seed < 100; seed++) {
            List<SaleLine> lines = lines(seed, seed);
            Rollup rollup = Rollup.of(BUCKET, lines);

            byte[] body = RollupCodec.encode(rollup);

            assertEquals(rollup, RollupCodec.decode(BUCKET, body), "seed " + seed);
            assertArrayEquals(body, RollupCodec.encode(Rollup.of(BUCKET, lines.reversed())), "seed " + seed);
        }
    }

    @Test
    void bytes_of_something_else_are_told_from_a_rollup() {
        assertThrows(CorruptBodyException.class, () -> RollupCodec.decode(BUCKET, new byte[] {1, 2, 3}));
        assertThrows(CorruptBodyException.class, () -> RollupCodec.decode(BUCKET, new byte[0]));
    }

    private static List<SaleLine> lines(long seed, int orders) {
        RandomEvents events = new RandomEvents(seed, Events.NOON, Duration.ofHours(5));
        return Stream.generate(() -> events.order(ShopperEvents.ofGuest()))
                .limit(orders)
                .flatMap(order -> SaleLine.of(order).stream())
                .toList();
    }
}
