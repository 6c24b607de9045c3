package dev.nextcart.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nextcart.local.bench.ColdStartSummary.Held;
import dev.nextcart.local.template.FunctionSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ColdStartSummaryTest {
    private static final FunctionSpec FUNCTION = new FunctionSpec(
            "Tiny", "tiny", "arn", "nowhere", "none", Duration.ofSeconds(60), 128, Map.of(), List.of());
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
                new ColdStartSummary(starts, List.of(), Optional.empty(), List.of(), LOAD)
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
                new ColdStartSummary(starts, List.of(), Optional.empty(), List.of(), LOAD)
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
                new ColdStartSummary(none, List.of(), Optional.of(new Held(0.29, none)), List.of(), LOAD)
                        .json()
                        .toString());
    }

    @Test
    void a_start_is_taken_apart_by_what_the_function_says() {
        StartTrace trace = new StartTrace((function, line) -> {});
        for (String line : List.of(
                "start-trace program 1000002000",
                "start-trace beans 1000005000",
                "start-trace container 1000006000",
                "start-trace wired 1000010000",
                "start-trace wired once",
                "{}")) {
            trace.line(FUNCTION, line);
        }
        StartFigures figures = new StartFigures(1_000_000_000, 11, 20, new ProcessCosts(10, OptionalDouble.empty()));

        StartSteps steps = StartSteps.median(List.of(StartSteps.of("native", trace, figures)));

        assertEquals(new StartSteps("native", OptionalDouble.of(2), 3, OptionalDouble.of(1), 4, 1, 9), steps);
        assertEquals(
                """
                {"processMillis":2.0,"runtimeMillis":3.0,"containerMillis":1.0,"clientsMillis":4.0,\
                "askMillis":1.0,"firstCallMillis":9.0}""",
                new ColdStartSummary(new Starts(List.of()), List.of(steps), Optional.empty(), List.of(), LOAD)
                        .json()
                        .at("/steps/native")
                        .toString());
    }

    private static ColdStartFigures kind(String name, double p50Millis) {
        return new ColdStartFigures(
                name, p50Millis, 2 * p50Millis, p50Millis / 2, p50Millis / 2, 10, OptionalDouble.of(46.5), 24);
    }
}
