package dev.nextcart.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionOutputTest {
    @TempDir
    Path folder = Path.of("set by JUnit");

    @Test
    void lines_come_whole_and_the_last_one_needs_no_end() {
        assertEquals(List.of("one", "", "zwölf", "last"), drain("one\n\nzwölf\nlast"));
    }

    @Test
    void an_endless_line_comes_in_pieces() {
        List<String> pieces = drain("x".repeat(OutputDrain.MAX_LINE_BYTES + 1));

        assertEquals(
                List.of(OutputDrain.MAX_LINE_BYTES, 1),
                pieces.stream().map(String::length).toList());
    }

    @Test
    void a_listener_that_throws_does_not_stop_the_draining() {
        List<String> heard = new ArrayList<>();

        new OutputDrain(in("bad\ngood\n"), line -> {
                    if (line.equals("bad")) {
                        throw new IllegalStateException("disk full");
                    }
                    heard.add(line);
                })
                .drain();

        assertEquals(List.of("good"), heard);
    }

    @Test
    void a_full_log_makes_way_once() throws IOException {
        Path file = folder.resolve("f.log");
        try (FunctionLog log = new FunctionLog(file, 10)) {
            log.write("12345");
            log.write("6789");
            log.write("10");
            log.write("new");
        }

        assertEquals("new\n", Files.readString(file));
        assertEquals("6789\n10\n", Files.readString(folder.resolve("f.log.1")));
        assertFalse(Files.exists(folder.resolve("f.log.2")));
    }

    private static List<String> drain(String output) {
        List<String> lines = new ArrayList<>();
        new OutputDrain(in(output), lines::add).drain();
        return lines;
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
