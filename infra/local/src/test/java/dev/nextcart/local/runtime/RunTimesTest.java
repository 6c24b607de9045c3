package dev.nextcart.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunTimesTest {
    private final RunTimes times = new RunTimes();

    @Test
    void before_the_first_invocation_all_is_zero() {
        assertEquals(new RunTimes.Summary(0, 0, 0, 0), times.summary());
    }

    @Test
    void percentiles_are_times_that_were_measured() {
        IntStream.rangeClosed(1, 200).forEach(millis -> times.add(Duration.ofMillis(millis)));

        assertEquals(new RunTimes.Summary(200, 20_100, 100, 198), times.summary());
    }

    @Test
    void only_the_newest_thousand_tell_the_percentiles_but_all_the_sum() {
        IntStream.range(0, 500).forEach(slow -> times.add(Duration.ofSeconds(9)));
        IntStream.range(0, RunTimes.NEWEST).forEach(quick -> times.add(Duration.ofMillis(2)));

        assertEquals(new RunTimes.Summary(1_500, 4_502_000, 2, 2), times.summary());
    }
}
