package dev.nextcart.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.runtime.BuiltPackages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** The main job whole: real packages in their own processes, DynamoDB Local, faults, and the verifier's word. */
class DemoEndToEndTest {
    private static final Path ROOT = Path.of(System.getProperty("nextcart.root"));

    @TempDir
    private Path folder;

    @Test
    void a_shop_with_repeats_disorder_and_killed_functions_verifies_clean() throws IOException {
        BuiltPackages.jvm();

        verifiesClean("--jvm");
    }

    @Test
    void the_same_shop_verifies_clean_on_native_functions() throws IOException {
        BuiltPackages.natively();

        verifiesClean("--native");
    }

    private void verifiesClean(String kind) throws IOException {
        Path summary = folder.resolve("summary.json");

        int exit = Nextcart.commandLine(new Screen(Ansi.OFF), new LocalCloudStarter(ROOT), ROOT)
                .execute(
                        "demo",
                        "--state=" + folder.resolve("state"),
                        "--json=" + summary,
                        kind,
                        "--duplicates=0.2",
                        "--shuffle=7",
                        "--drop-functions=3");

        assertEquals(Exit.OK, exit);
        JsonNode json = new ObjectMapper().readTree(summary.toFile());
        JsonNode events = json.path("events");
        assertEquals(
                events.path("sent").asLong(),
                events.path("counted").asLong() + events.path("repeated").asLong());
        assertTrue(events.path("repeated").asLong() > 0);
        assertEquals(0, events.path("setAside").asLong());
        assertEquals(3, json.path("functionsKilled").asLong());
        assertEquals(300, json.path("verify").path("profiles").asLong());
        assertEquals(0, json.path("verify").path("profileDifferences").asLong());
        assertEquals(0, json.path("verify").path("rollupDifferences").asLong());
    }
}
