package dev.nextcart.local.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    Path folder = Path.of("set by JUnit");

    @Test
    void a_second_cloud_is_told_of_the_first() throws IOException {
        try (StateFolder first = StateFolder.claim(folder)) {
            first.announce(JsonNodeFactory.instance.objectNode().put("pid", 42).put("controlUrl", "http://here"));

            IllegalStateException error = assertThrows(IllegalStateException.class, () -> StateFolder.claim(folder));

            assertTrue(String.valueOf(error.getMessage()).contains("(process 42, http://here)"), error.toString());
            assertTrue(Files.exists(first.cloudFile()), "the first one's file stays");
        }
    }

    @Test
    void what_a_killed_cloud_left_stops_nobody() throws IOException {
        Files.writeString(folder.resolve("cloud.json"), "{\"pid\":1}");
        Files.writeString(folder.resolve("lock"), "");

        try (StateFolder claimed = StateFolder.claim(folder)) {
            assertFalse(Files.exists(claimed.cloudFile()));
        }
    }

    @Test
    void a_cloud_that_stopped_makes_room() throws IOException {
        StateFolder first = StateFolder.claim(folder);
        first.announce(JsonNodeFactory.instance.objectNode().put("pid", 42));
        first.withdraw();
        first.close();

        try (StateFolder second = StateFolder.claim(folder)) {
            assertEquals(first.cloudFile(), second.cloudFile());
            assertFalse(Files.exists(second.cloudFile()));
        }
    }
}
