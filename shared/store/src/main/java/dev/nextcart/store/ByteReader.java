package dev.nextcart.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what {@link ByteWriter} wrote; throws {@link CorruptBodyException} or another runtime exception otherwise. */
final class ByteReader {
    private final ByteBuffer bytes;
    private final List<String> words = new ArrayList<>();

    ByteReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Bytes read so far. */
    int place() {
        return bytes.position();
    }

    /** @throws CorruptBodyException when bytes are left over */
    void end() {
        if (bytes.hasRemaining()) {
            throw new CorruptBodyException(bytes.remaining() + " bytes are left over");
        }
    }

    int oneByte() {
        return Byte.toUnsignedInt(bytes.get());
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += ByteWriter.PAYLOAD_BITS) {
            int next = oneByte();
            value |= (long) (next & (ByteWriter.MORE - 1)) << shift;
            if ((next & ByteWriter.MORE) == 0) {
                return value;
            }
        }
        throw new CorruptBodyException("a number is longer than ten bytes");
    }

    long signed() {
        long folded = number();
        return (folded >>> 1) ^ -(folded & 1);
    }

    long fixed() {
        return bytes.getLong();
    }

    String word() {
        long tag = number();
        if ((tag & 1) == 1) {
            return words.get(Math.toIntExact(tag >>> 1));
        }
        byte[] utf8 = new byte[atMostRemaining(tag >>> 1)];
        bytes.get(utf8);
        String word = new String(utf8, StandardCharsets.UTF_8);
        words.add(word);
        return word;
    }

    Instant time() {
        return Instant.ofEpochMilli(signed());
    }

    Instant timeBefore(Instant later) {
        long tagged = number();
        TimeUnits unit = TimeUnits.of((int) (tagged & ((1 << TimeUnits.CODE_BITS) - 1)));
        return later.minusMillis(Math.multiplyExact(tagged >>> TimeUnits.CODE_BITS, unit.millis()));
    }

    /** How many items follow, each of which takes a byte or more. */
    int size() {
        return atMostRemaining(number());
    }

    <T> List<T> list(Supplier<T> item) {
        int size = size();
        List<T> items = new ArrayList<>(size);
        for (int place = 0; place < size; place++) {
            items.add(item.get());
        }
        return items;
    }

    <T> Optional<T> optional(Supplier<T> value) {
        return oneByte() == 0 ? Optional.empty() : Optional.of(value.get());
    }

    private int atMostRemaining(long size) {
        if (size < 0 || size > bytes.remaining()) {
            throw new CorruptBodyException("a size of " + size + " exceeds the " + bytes.remaining() + " bytes left");
        }
        return (int) size;
    }
}
