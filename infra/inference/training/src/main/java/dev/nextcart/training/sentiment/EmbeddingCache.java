package dev.nextcart.training.sentiment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Vectors that an encoder gave texts, in a file that only grows: a run that was broken off, or another on the same texts,
 * need not encode them again. One file an encoder; a record is 16 bytes of the text's SHA-256 and the numbers. A record that
 * a crash cut short is cut off.
 */
final class EmbeddingCache implements AutoCloseable {
    /** 170,000 Chinese reviews; beyond it vectors are not kept. */
    static final long MAX_BYTES = 1L << 30;

    private static final int KEY_BYTES = 16;

    private final RandomAccessFile file;
    private final int width;
    private final Map<ByteBuffer, Long> places = new HashMap<>();
    private long end;

    /**
     * @param encoderSum SHA-256 of the encoder, hexadecimal
     * @param width numbers a text
     */
    EmbeddingCache(Path folder, String encoderSum, int width) throws IOException {
        Files.createDirectories(folder);
        this.width = width;
        Path path = folder.resolve("vectors-" + encoderSum.substring(0, KEY_BYTES) + "-" + width + ".bin");
        file = new RandomAccessFile(path.toFile(), "rw");
        byte[] key = new byte[KEY_BYTES];
        long whole = file.length() / recordBytes() * recordBytes();
        for (end = 0; end < whole; end += recordBytes()) {
            file.seek(end);
            file.readFully(key);
            places.put(ByteBuffer.wrap(key.clone()), end);
        }
        file.setLength(whole);
    }

    private long recordBytes() {
        return KEY_BYTES + (long) width * Float.BYTES;
    }

    Optional<float[]> get(String text) throws IOException {
        Long place = places.get(key(text));
        if (place == null) {
            return Optional.empty();
        }
        byte[] bytes = new byte[width * Float.BYTES];
        file.seek(place + KEY_BYTES);
        file.readFully(bytes);
        float[] vector = new float[width];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return Optional.of(vector);
    }

    void put(String text, float[] vector) throws IOException {
        ByteBuffer key = key(text);
        if (end + recordBytes() > MAX_BYTES || places.containsKey(key)) {
            return;
        }
        ByteBuffer entry = ByteBuffer.allocate(Math.toIntExact(recordBytes()));
        entry.put(key.duplicate());
        entry.asFloatBuffer().put(vector);
        file.seek(end);
        file.write(entry.array());
        places.put(key, end);
        end += recordBytes();
    }

    private static ByteBuffer key(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(Arrays.copyOf(sum, KEY_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
