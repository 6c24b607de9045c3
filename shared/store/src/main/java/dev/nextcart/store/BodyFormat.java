package dev.nextcart.store;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A format of stored bytes: its first byte is its version.
 *
 * @param name what is stored, for errors
 * @param version 1..255
 */
record BodyFormat(String name, int version) {
    byte[] write(Consumer<ByteWriter> content) {
        ByteWriter out = new ByteWriter();
        out.oneByte(version);
        content.accept(out);
        return out.toBytes();
    }

    /** @throws CorruptBodyException when the bytes are of another version or not of this format */
    <T> T read(byte[] body, Function<ByteReader, T> content) {
        ByteReader in = new ByteReader(body);
        try {
            int found = in.oneByte();
            if (found != version) {
                throw new CorruptBodyException("format version " + found + " is unknown, this code reads " + version);
            }
            T value = content.apply(in);
            in.end();
            return value;
        } catch (RuntimeException e) {
            String problem = e instanceof CorruptBodyException
                    ? String.valueOf(e.getMessage())
                    : e.getClass().getSimpleName();
            throw new CorruptBodyException(
                    "stored " + name + " of " + body.length + " bytes, at byte " + in.place() + ": " + problem, e);
        }
    }
}
