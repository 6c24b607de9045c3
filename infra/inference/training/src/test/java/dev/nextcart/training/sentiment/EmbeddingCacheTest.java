package dev.nextcart.training.sentiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {
    private static final String ENCODER = "0123456789abcdef0123456789abcdef";
    private static final String OTHER = "fedcba9876543210fedcba9876543210";

    @TempDir
    Path folder;

    @Test
    void a_vector_is_found_again_by_the_next_run() throws IOException {
        try (EmbeddingCache cache = new EmbeddingCache(folder, ENCODER, 2)) {
            cache.put("Good", new float[] {1, 2});
        }

        try (EmbeddingCache cache = new EmbeddingCache(folder, ENCODER, 2)) {
            assertArrayEquals(new float[] {1, 2}, cache.get("Good").orElseThrow());
            assertEquals(Optional.empty(), cache.get("good"));
        }
    }

    @Test
    void what_a_crash_cut_short_is_encoded_again() throws IOException {
        try (EmbeddingCache cache = new EmbeddingCache(folder, ENCODER, 2)) {
            cache.put("Good", new float[] {1, 2});
        }
        Path file;
        try (var files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        Files.write(file, new byte[5], StandardOpenOption.APPEND);

        try (EmbeddingCache cache = new EmbeddingCache(folder, ENCODER, 2)) {
            cache.put("Bad", new float[] {3, 4});
            assertArrayEquals(new float[] {1, 2}, cache.get("Good").orElseThrow());
            assertArrayEquals(new float[] {3, 4}, cache.get("Bad").orElseThrow());
        }
        assertEquals(0, Files.size(file) % (16 + 2 * Float.BYTES));
    }

    @Test
    void another_encoders_vectors_are_not_taken() throws IOException {
        try (EmbeddingCache cache = new EmbeddingCache(folder, ENCODER, 2)) {
            cache.put("Good", new float[] {1, 2});
        }

        try (EmbeddingCache cache = new EmbeddingCache(folder, OTHER, 2)) {
            assertTrue(cache.get("Good").isEmpty());
        }
    }
}
