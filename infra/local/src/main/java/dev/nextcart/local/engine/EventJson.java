package dev.nextcart.local.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the {@code {"Records":[…]}} that every event source hands to a function. */
final class EventJson {
    /** Largest payload of a synchronous invocation: 6 MB (AWS Lambda quotas, read 2026-11). */
    static final int MAX_PAYLOAD_BYTES = 6 << 20;

    /** What stands around the records. */
    private static final int FRAME_BYTES = 16;

    /** Room for the records of one payload. */
    static final int MAX_RECORD_BYTES = MAX_PAYLOAD_BYTES - FRAME_BYTES;

    private final JsonFactory json = new JsonFactory();

    /** Writes one record, fields only. */
    @FunctionalInterface
    interface RecordWriter<T> {
        void write(JsonGenerator out, T record) throws IOException;
    }

    <T> String write(List<T> records, int expectedBytes, RecordWriter<T> writer) {
        StringWriter text = new StringWriter(expectedBytes);
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            out.writeArrayFieldStart("Records");
            for (T record : records) {
                out.writeStartObject();
                writer.write(out, record);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    /** At least the UTF-8 length of a text as a JSON string. */
    static int escapedBytes(String text) {
        int bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            bytes += escapedBytes(text.charAt(i));
        }
        return bytes;
    }

    private static int escapedBytes(char character) {
        if ("\"\\\n\r\t".indexOf(character) >= 0) {
            return 2;
        }
        if (character < ' ') {
            return "\\u0000".length();
        }
        // Half a surrogate pair takes two of the pair's four bytes, or three where it stands alone.
        return character < 0x80 ? 1 : character < 0x800 ? 2 : 3;
    }
}
