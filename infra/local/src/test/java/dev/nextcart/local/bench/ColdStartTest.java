package dev.nextcart.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.runtime.FunctionProcesses;
import dev.nextcart.local.runtime.TinyRuntime;
import dev.nextcart.local.template.FunctionSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ColdStartTest {
    private static final FunctionSpec FUNCTION = new FunctionSpec(
            "Tiny",
            "tiny",
            "arn:aws:lambda:us-east-1:000000000000:function:tiny",
            "nowhere",
            "none",
            Duration.ofSeconds(60),
            128,
            Map.of(),
            List.of());

    private final AtomicReference<Process> started = new AtomicReference<>();

    @Test
    void a_start_is_measured_to_its_answer_and_leaves_no_process() {
        StartFigures figures = measure("count", "serves");

        assertTrue(figures.askedMillis() > 0);
        assertTrue(figures.answeredMillis() >= figures.askedMillis());
        assertTrue(figures.costs().cpuMillis() > 0);
        assertEquals(false, started.get().isAlive());
    }

    @Test
    void an_answer_that_hands_something_back_is_no_figure() {
        String complaint = complaint("hand back", "serves");

        assertTrue(complaint.contains("did not count the whole batch"), complaint);
    }

    @Test
    void a_process_that_ends_is_no_figure() {
        String complaint = complaint("exit", "serves");

        assertTrue(complaint.contains("exit status 3"), complaint);
    }

    @Test
    void a_process_that_cannot_initialise_is_no_figure() {
        String complaint = complaint("count", "dies-in-init");

        assertTrue(complaint.contains("no PROFILES_TABLE") || complaint.contains("exit status 1"), complaint);
    }

    private StartFigures measure(String payload, String manners) {
        FunctionProcesses processes = (function, api) -> {
            Process process = TinyRuntime.start(api, manners);
            started.set(process);
            return process;
        };
        return new ColdStart(FUNCTION, payload).measure(processes, (function, line) -> {});
    }

    private String complaint(String payload, String manners) {
        return String.valueOf(assertThrows(IllegalStateException.class, () -> measure(payload, manners))
                .getMessage());
    }
}
