package dev.nextcart.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nextcart.local.privacy.JournalLine;
import dev.nextcart.local.runtime.BuiltPackages;
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
    private static final int ERASED = 100;

    @TempDir
    private Path folder;

    @Test
    void a_shop_with_repeats_disorder_killed_functions_and_erased_shoppers_verifies_clean() throws IOException {
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
                        "--drop-functions=3",
                        "--erase=" + ERASED);

        assertEquals(Exit.OK, exit);
        assertCosts(folder.resolve("state"));
        JsonNode json = new ObjectMapper().readTree(summary.toFile());
        JsonNode events = json.path("events");
        assertEquals(
                events.path("sent").asLong(),
                events.path("counted").asLong()
                        + events.path("repeated").asLong()
                        + events.path("superseded").asLong()
                        + events.path("erased").asLong());
        assertTrue(events.path("superseded").asLong() > 0);
        assertEquals(120, json.path("verify").path("products").asLong());
        assertTrue(events.path("repeated").asLong() > 0);
        assertEquals(0, events.path("setAside").asLong());
        assertEquals(3, json.path("functionsKilled").asLong());
        assertEquals(300 - ERASED, json.path("verify").path("profiles").asLong());
        assertEquals(ERASED, json.path("verify").path("erasedShoppers").asLong());
        assertEquals(ERASED, json.path("erasures").path("receipts").size());
        assertEquals(0, json.path("erasures").path("tracesFound").asLong(-1));
        assertTrue(json.path("erasures").path("itemsSearched").asLong() > 200);
        assertEquals(0, json.path("verify").path("profileDifferences").asLong());
        assertEquals(0, json.path("verify").path("rollupDifferences").asLong());
        assertEquals(0, json.path("verify").path("productDifferences").asLong());
        the_export_of_its_archive_has_each_event_once();
    }

    /** Though some were sent twice, functions were killed, shoppers were erased, and the cloud is gone by now. */
    private void the_export_of_its_archive_has_each_event_once() throws IOException {
        Path out = folder.resolve("export");

        int exit = Nextcart.commandLine(new Screen(Ansi.OFF), new LocalCloudStarter(ROOT), ROOT)
                .execute("export", "--state=" + folder.resolve("state"), "--out=" + out);

        assertEquals(Exit.OK, exit);
        List<String> sent = new ArrayList<>();
        new Journal(folder.resolve("state/journal.jsonl")).forEach(line -> {
            if (line instanceof JournalLine.Sent kept) {
                sent.add(kept.event());
            }
        });
        try (BufferedReader exported = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(out.resolve("events.jsonl.gz"))), StandardCharsets.UTF_8))) {
            assertEquals(
                    sent.stream().distinct().sorted().toList(),
                    exported.lines().sorted().toList());
        }
    }

    /** What the replay left behind prices every function and table, though the cloud is gone. */
    private void assertCosts(Path state) throws IOException {
        Path json = folder.resolve("cost.json");

        int exit = Nextcart.commandLine(new Screen(Ansi.OFF), new LocalCloudStarter(ROOT), ROOT)
                .execute("cost", "--state=" + state, "--json=" + json);

        assertEquals(Exit.OK, exit);
        JsonNode cost = new ObjectMapper().readTree(json.toFile());
        for (String function : List.of("order-events", "review-events", "catalogue-events", "clickstream-events")) {
            JsonNode use = cost.at("/measured/usage/functions").path("nextcart-" + function);
            assertTrue(use.path("invocations").asLong() > 0, function);
            assertTrue(use.path("billedMillis").asLong() > 0, function);
            assertTrue(use.path("starts").asLong() > 0, function);
            assertTrue(use.path("startMillis").asLong() > 0, function);
            assertTrue(cost.path("functions").path("nextcart-" + function).asDouble() > 0, function);
        }
        for (String table : List.of("profiles", "sales", "catalogue")) {
            assertTrue(cost.path("tables").path("nextcart-" + table).asDouble() > 0, table);
        }
        for (String way :
                List.of("bus", "nextcart-orders", "nextcart-reviews", "nextcart-catalogue", "nextcart-clicks")) {
            assertTrue(cost.path("waysIn").path(way).asDouble() > 0, way);
        }
        long events = cost.at("/measured/events").asLong();
        long records =
                cost.at("/measured/usage/streams/nextcart-clicks/records").asLong();
        assertEquals(
                events + ERASED, records + cost.at("/measured/usage/busEvents").asLong(), "and the requests to erase");
        assertTrue(cost.path("usdPerMillionEvents").asDouble() > 1);
    }
}
