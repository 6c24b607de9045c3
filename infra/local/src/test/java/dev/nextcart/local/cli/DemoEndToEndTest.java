package dev.nextcart.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.privacy.JournalLine;
import dev.nextcart.local.verify.Journal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** The main job whole: real packages in their own processes, DynamoDB Local, faults, and the verifier's word. */
class DemoEndToEndTest {
    private static final Path ROOT = Path.of(System.getProperty("nextcart.root"));

    @TempDir
    private Path folder;

    @Test
    void a_shop_with_repeats_disorder_killed_functions_and_erased_shoppers_verifies_clean() throws IOException {
        assumeTrue(
                Files.exists(ROOT.resolve("functions/target/function.zip")),
                "no function package yet: ./mvnw verify builds it");
        Path summary = folder.resolve("summary.json");

        int exit = Nextcart.commandLine(new Screen(Ansi.OFF), new LocalCloudStarter(ROOT), ROOT)
                .execute(
                        "demo",
                        "--state=" + folder.resolve("state"),
                        "--json=" + summary,
                        "--jvm",
                        "--duplicates=0.2",
                        "--shuffle=7",
                        "--drop-functions=3",
                        "--erase=100");

        assertEquals(Exit.OK, exit);
        JsonNode json = new ObjectMapper().readTree(summary.toFile());
        JsonNode events = json.path("events");
        assertEquals(
                events.path("sent").asLong(),
                events.path("counted").asLong()
                        + events.path("repeated").asLong()
                        + events.path("erased").asLong());
        assertTrue(events.path("repeated").asLong() > 0);
        assertEquals(0, events.path("setAside").asLong());
        assertEquals(3, json.path("functionsKilled").asLong());
        assertEquals(200, json.path("verify").path("profiles").asLong());
        assertEquals(100, json.path("verify").path("erasedShoppers").asLong());
        assertEquals(100, json.path("erasures").path("receipts").size());
        assertEquals(0, json.path("erasures").path("tracesFound").asLong(-1));
        assertTrue(json.path("erasures").path("itemsSearched").asLong() > 200);
        assertEquals(0, json.path("verify").path("profileDifferences").asLong());
        assertEquals(0, json.path("verify").path("rollupDifferences").asLong());
        the_export_of_its_archive_has_each_event_once();
    }

    /** Though some were sent twice, functions were killed, and the cloud is gone by now. */
    private void the_export_of_its_archive_has_each_event_once() throws IOException {
        Path out = folder.resolve("export");

        int exit = Nextcart.commandLine(new Screen(Ansi.OFF), new LocalCloudStarter(ROOT), ROOT)
                .execute("export", "--state=" + folder.resolve("state"), "--out=" + out);

        assertEquals(Exit.OK, exit);
        List<String> sent = new ArrayList<>();
        new Journal(folder.resolve("state/journal.jsonl")).forEach(line -> {
            if (line instanceof JournalLine.Sent send) {
                sent.add(send.event());
            }
        });
        try (BufferedReader exported = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(out.resolve("events.jsonl.gz"))), StandardCharsets.UTF_8))) {
            assertEquals(
                    sent.stream().distinct().sorted().toList(),
                    exported.lines().sorted().toList());
        }
    }
}
