package dev.nextcart.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void of_a_hundred_values_each_rank_is_its_value() {
        Percentiles percentiles = Percentiles.of(IntStream.rangeClosed(1, 100)
                .mapToObj(value -> (double) (101 - value))
                .toList());

        assertEquals(1, percentiles.at(1));
        assertEquals(50, percentiles.p50());
        assertEquals(99, percentiles.p99());
        assertEquals(100, percentiles.at(100));
    }

    @Test
    void of_few_values_the_99th_is_the_greatest() {
        Percentiles percentiles = Percentiles.of(List.of(3.0, 1.0, 2.0, 40.0));

        assertEquals(2, percentiles.p50());
        assertEquals(40, percentiles.p99());
    }

    @Test
    void one_value_is_every_percentile() {
        Percentiles percentiles = Percentiles.of(List.of(7.5));

        assertEquals(7.5, percentiles.p50());
        assertEquals(7.5, percentiles.p99());
    }

    @Test
    void nothing_measured_has_no_percentiles() {
        assertThrows(IllegalArgumentException.class, () -> Percentiles.of(List.of()));
    }
}
