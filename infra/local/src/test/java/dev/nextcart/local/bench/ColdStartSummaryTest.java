package dev.nextcart.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.local.bench.ColdStartSummary.Held;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ColdStartSummaryTest {
    private static final Load LOAD = new Load(OptionalDouble.of(1));

    @Test
    void each_kind_has_its_figures_and_the_jvm_its_ratios() {
        Starts starts = new Starts(List.of(kind("native", 20), kind("jvm", 1_500), kind("jvmAot", 700)));

        assertEquals(
                """
                {"native":{"p50Millis":20.0,"p99Millis":40.0,"cpuMillis":10.0,"rssMiB":46.5,"zipMiB":24.0},\
                "jvm":{"p50Millis":1500.0,"p99Millis":3000.0,"cpuMillis":10.0,"rssMiB":46.5,"zipMiB":24.0},\
                "jvmAot":{"p50Millis":700.0,"p99Millis":1400.0,"cpuMillis":10.0,"rssMiB":46.5,"zipMiB":24.0},\
                "ratios":{"jvm":75.0,"jvmAot":35.0}}""",
                new ColdStartSummary(starts, Optional.empty(), List.of(), LOAD)
                        .json()
                        .toString());
    }

    @Test
    void what_was_not_measured_is_null() {
        Starts starts = new Starts(List.of(kind("jvm", 1_500)));

        assertEquals(
                """
                {"native":null,\
                "jvm":{"p50Millis":1500.0,"p99Millis":3000.0,"cpuMillis":10.0,"rssMiB":46.5,"zipMiB":24.0},\
                "jvmAot":null,"ratios":{"jvm":null,"jvmAot":null}}""",
                new ColdStartSummary(starts, Optional.empty(), List.of(), LOAD)
                        .json()
                        .toString());
    }

    @Test
    void starts_on_a_share_of_a_processor_stand_apart() {
        Starts none = new Starts(List.of());

        assertEquals(
                """
                {"native":null,"jvm":null,"jvmAot":null,"ratios":{"jvm":null,"jvmAot":null},\
                "held":{"cpu":0.29,"native":null,"jvm":null,"jvmAot":null,"ratios":{"jvm":null,"jvmAot":null}}}""",
                new ColdStartSummary(none, Optional.of(new Held(0.29, none)), List.of(), LOAD)
                        .json()
                        .toString());
    }

    private static ColdStartFigures kind(String name, double p50Millis) {
        return new ColdStartFigures(
                name, p50Millis, 2 * p50Millis, p50Millis / 2, p50Millis / 2, 10, OptionalDouble.of(46.5), 24);
    }
}
