package dev.nextcart.local.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Bytes that sort, unsigned, as the values they are made of do, one after the other. */
final class SortKey {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    SortKey text(String text) {
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            bytes.write(each);
            if (each == 0) {
                bytes.write(1); // so that two zeros are the end, and no text is another's beginning
            }
        }
        bytes.write(0);
        bytes.write(0);
        return this;
    }

    SortKey number(long number) {
        bytes.writeBytes(
                ByteBuffer.allocate(Long.BYTES).putLong(number ^ Long.MIN_VALUE).array());
        return this;
    }

    SortKey time(Instant time) {
        return number(time.getEpochSecond()).number(time.getNano());
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** The number that stands at this byte of a key. */
    static long numberAt(byte[] key, int offset) {
        return ByteBuffer.wrap(key).getLong(offset) ^ Long.MIN_VALUE;
    }
}
