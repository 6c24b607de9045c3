package dev.nextcart.local.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ExternalSortTest {
    @TempDir
    private Path folder;

    @Test
    void what_does_not_fit_comes_out_sorted_and_leaves_nothing_behind() throws IOException {
        // 20,000 entries of some 84 bytes in chunks of 8 KB: more runs than may be open at once.
        Random random = new Random(5);
        List<Long> numbers = random.longs(20_000, -1_000, 1_000).boxed().toList();

        List<Long> sorted = new ArrayList<>();
        try (ExternalSort sort = new ExternalSort(folder, 8_192)) {
            for (long number : numbers) {
                sort.add(
                        new SortKey().number(number).bytes(),
                        Long.toString(number).getBytes(StandardCharsets.UTF_8));
            }
            assertTrue(files() > 0 && files() <= ExternalSort.MAX_RUNS, files() + " runs");
            sort.forEach((key, value) -> {
                assertEquals(SortKey.numberAt(key, 0), Long.parseLong(new String(value, StandardCharsets.UTF_8)));
                sorted.add(SortKey.numberAt(key, 0));
            });
        }

        assertEquals(numbers.stream().sorted().toList(), sorted);
        assertEquals(0, files());
    }

    @Test
    void little_never_touches_the_disk() throws IOException {
        try (ExternalSort sort = new ExternalSort(folder)) {
            sort.add(new SortKey().text("b").bytes(), new byte[] {1});
            sort.add(new SortKey().text("a").bytes(), new byte[] {2});

            List<Byte> values = new ArrayList<>();
            sort.forEach((key, value) -> values.add(value[0]));

            assertEquals(List.of((byte) 2, (byte) 1), values);
            assertEquals(0, files());
        }
    }

    @Test
    void a_text_that_begins_another_sorts_before_it_whatever_follows() throws IOException {
        try (ExternalSort sort = new ExternalSort(folder)) {
            sort.add(new SortKey().text("a\0b").number(0).bytes(), "3".getBytes(StandardCharsets.UTF_8));
            sort.add(new SortKey().text("ab").number(0).bytes(), "4".getBytes(StandardCharsets.UTF_8));
            sort.add(new SortKey().text("a").number(9).bytes(), "2".getBytes(StandardCharsets.UTF_8));
            sort.add(new SortKey().text("").number(9).bytes(), "1".getBytes(StandardCharsets.UTF_8));

            StringBuilder order = new StringBuilder();
            sort.forEach((key, value) -> order.append(new String(value, StandardCharsets.UTF_8)));

            assertEquals("1234", order.toString());
        }
    }

    private long files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
