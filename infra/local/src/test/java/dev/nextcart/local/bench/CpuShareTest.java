package dev.nextcart.local.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CpuShareTest {
    private static final double SHARE = 0.29;

    /** What a process may take beyond its share: the period it began in, and what ticks do not show. */
    private static final double TOLERANCE = 0.08;

    private static final long SECONDS = 2;

    @Test
    void a_process_that_never_rests_gets_its_share_and_no_more() throws Exception {
        try (CpuShare share = CpuShare.of(SHARE)) {
            List<String> command = new ArrayList<>(share.command());
            command.addAll(List.of("/bin/sh", "-c", "while :; do :; done"));
            Process process = new ProcessBuilder(command).start();
            try {
                assertFalse(process.waitFor(SECONDS, TimeUnit.SECONDS), "it should never end");
                Duration used = process.info().totalCpuDuration().orElseThrow();

                assertTrue(used.toMillis() / (SECONDS * 1_000.0) < SHARE + TOLERANCE, used::toString);
                assertTrue(used.toMillis() > 0);
            } finally {
                process.destroyForcibly().waitFor();
            }
        } catch (CpuShare.UnavailableException e) {
            abort("not tested: " + e.getMessage());
        }
    }
}
