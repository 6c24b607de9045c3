package dev.nextcart.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProcessCostsTest {
    private static final String STAT =
            "4711 (a (strange) name) S 1 4711 4711 0 -1 4194560 900 0 0 0 12 3 7 8 20 0 9 0 55";

    @Test
    void ticks_are_ten_milliseconds_and_the_name_may_hold_anything() {
        assertEquals(150, ProcessCosts.of(STAT, List.of(), List.of()).cpuMillis());
    }

    @Test
    void threads_say_more_exactly_what_ticks_round_down() {
        List<String> threads = List.of("155000000 20 3\n", "4500000 1 1\n");

        assertEquals(159.5, ProcessCosts.of(STAT, List.of(), threads).cpuMillis());
    }

    @Test
    void the_peak_is_the_high_water_mark() {
        List<String> status =
                List.of("Name:\tjava", "VmPeak:\t  999999 kB", "VmHWM:\t   47104 kB", "VmRSS:\t   40000 kB");

        assertEquals(
                OptionalDouble.of(46), ProcessCosts.of(STAT, status, List.of()).peakRssMiB());
    }
}
