package dev.nextcart.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes values in the one form each of them has, so that equal values give equal bytes. {@link ByteReader} reads them
 * back.
 */
final class ByteWriter {
    /** A byte of a varint says with its highest bit that more follow. */
    static final int MORE = 0x80;

    static final int PAYLOAD_BITS = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Integer> words = new HashMap<>();

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    void oneByte(int value) {
        bytes.write(value);
    }

    /** A number that is rarely negative: seven bits a byte, ten bytes if it is. */
    void number(long value) {
        long rest = value;
        while ((rest & -MORE) != 0) {
            bytes.write((int) (rest & (MORE - 1)) | MORE);
            rest >>>= PAYLOAD_BITS;
        }
        bytes.write((int) rest);
    }

    /** A number that may well be negative (zigzag). */
    void signed(long value) {
        number((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    /** All eight bytes. */
    void fixed(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write((int) (value >>> shift));
        }
    }

    /** Text whose second mention costs a number only: product ids and currencies come back again and again. */
    void word(String text) {
        Integer place = words.putIfAbsent(text, words.size());
        if (place != null) {
            number(((long) place << 1) | 1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number((long) utf8.length << 1);
        bytes.writeBytes(utf8);
    }

    void time(Instant at) {
        signed(millis(at));
    }

    /** A time as the distance back from a later one, in the coarsest unit that tells it exactly. */
    void timeBefore(Instant later, Instant at) {
        long back = millis(later) - millis(at);
        if (back < 0) {
            throw new IllegalArgumentException("a time lies " + -back + " ms after the newest event");
        }
        TimeUnits unit = TimeUnits.coarsestOf(back);
        number(((back / unit.millis()) << TimeUnits.CODE_BITS) | unit.code());
    }

    <T> void list(Collection<T> items, Consumer<T> item) {
        number(items.size());
        items.forEach(item);
    }

    <T> void optional(Optional<T> value, Consumer<T> writer) {
        oneByte(value.isPresent() ? 1 : 0);
        value.ifPresent(writer);
    }

    private static long millis(Instant at) {
        if (!at.truncatedTo(ChronoUnit.MILLIS).equals(at)) {
            throw new IllegalArgumentException("a time is finer than milliseconds");
        }
        return at.toEpochMilli();
    }
}
