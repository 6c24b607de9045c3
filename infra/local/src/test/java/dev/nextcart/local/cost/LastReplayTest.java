package dev.nextcart.local.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.local.usage.FunctionUse;
import dev.nextcart.local.usage.QueueUse;
import dev.nextcart.local.usage.StreamUse;
import dev.nextcart.local.usage.TableUse;
import dev.nextcart.local.usage.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastReplayTest {
    @TempDir
    private Path folder;

    @Test
    void the_last_replay_is_kept_whole_and_alone() throws IOException {
        new LastReplay("the one before", "2026-11-23T12:00:00Z", 1, usage(1)).keep(folder);
        LastReplay last = new LastReplay("a shop", "2026-11-24T12:00:00Z", 7, usage(2));

        last.keep(folder);

        assertEquals(last, LastReplay.in(folder));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("last-replay.json"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void without_a_measured_replay_it_says_how_to_measure_one() throws IOException {
        assertComplaint("No replay was measured");
        Files.writeString(folder.resolve("last-replay.json"), "{\"version\":2}");
        assertComplaint("another version");
        Files.writeString(folder.resolve("last-replay.json"), "{\"version\":1}");
        assertComplaint("cannot be read");
        Files.writeString(folder.resolve("last-replay.json"), "{");
        assertComplaint("cannot be read");
    }

    @Test
    void usage_is_told_from_an_earlier_look_new_tables_included() {
        FunctionUse before = new FunctionUse(512, 1, 10, 1, 100, 50, new TreeMap<>(Map.of("a", new TableUse(1, 2, 3))));
        FunctionUse after = new FunctionUse(
                512,
                4,
                25,
                1,
                100,
                80,
                new TreeMap<>(Map.of("a", new TableUse(1.5, 4, 4), "b", new TableUse(0, 1, 0))));

        Usage spent = of(after, 9).since(of(before, 2));

        assertEquals(
                of(
                        new FunctionUse(
                                512,
                                3,
                                15,
                                0,
                                0,
                                30,
                                new TreeMap<>(Map.of("a", new TableUse(0.5, 2, 1), "b", new TableUse(0, 1, 0)))),
                        7),
                spent);
    }

    private static Usage of(FunctionUse function, long busEvents) {
        return new Usage(new TreeMap<>(Map.of("f", function)), new TreeMap<>(), new TreeMap<>(), busEvents);
    }

    private static Usage usage(int times) {
        return new Usage(
                new TreeMap<>(Map.of(
                        "order-events",
                        new FunctionUse(
                                1_769,
                                4L * times,
                                55,
                                1,
                                900,
                                1_234,
                                new TreeMap<>(Map.of("profiles", new TableUse(0.5, 2, 1)))))),
                new TreeMap<>(Map.of("orders", new QueueUse(5, 1, 1))),
                new TreeMap<>(Map.of("clicks", new StreamUse(2, 168, 3, 3))),
                5);
    }

    private void assertComplaint(String expected) {
        String message = String.valueOf(
                assertThrows(CostException.class, () -> LastReplay.in(folder)).getMessage());
        assertTrue(message.contains(expected), message);
    }
}
