package dev.nextcart.models.recommend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nextcart.models.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    private static final Tables TABLES =
            Tables.learn(List.of("lamp", "wick", "öl\n1"), List.of(History.bought(0, 1, 2), History.bought(1, 2)));

    @TempDir
    Path folder;

    @Test
    void what_is_written_is_read() throws IOException {
        Tables read = Tables.read(written());

        assertEquals(TABLES.ids(), read.ids());
        assertArrayEquals(TABLES.shares(), read.shares());
        assertArrayEquals(TABLES.rules().items(), read.rules().items());
        assertArrayEquals(TABLES.neighbours().weights(), read.neighbours().weights());
    }

    @Test
    void a_file_cut_off_anywhere_is_refused() throws IOException {
        Path file = written();
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThrows(ModelException.class, () -> Tables.read(file));
        }
    }

    @Test
    void a_number_out_of_range_is_refused_with_the_reason() throws IOException {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putFloat(bytes.length - Float.BYTES, Float.NaN); // the last neighbour's weight
        Files.write(file, bytes);

        ModelException refused = assertThrows(ModelException.class, () -> Tables.read(file));

        assertTrue(String.valueOf(refused.getMessage()).contains("the weight NaN"));
    }

    @Test
    void a_file_that_promises_more_items_than_it_may_is_refused_before_memory_is_taken() throws IOException {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(Integer.BYTES, Integer.MAX_VALUE);
        Files.write(file, bytes);

        assertThrows(ModelException.class, () -> Tables.read(file));
    }

    private Path written() throws IOException {
        Path file = folder.resolve(Tables.FILE);
        TABLES.write(file);
        return file;
    }
}
