package dev.nextcart.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The records of an archived object, one after the other: JSON lines as a rule, but the click stream takes any bytes, so
 * an event may have been written over several lines, and a line may be no JSON. A record ends where its braces close;
 * a broken one where the next line begins with a brace. All bytes come out as they went in.
 */
public final class RecordReader implements Closeable {
    /** More than the largest record of any stream (10 MiB, Kinesis quotas read 2026-11); what is longer is cut. */
    static final int MAX_RECORD_BYTES = 16 << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private int next;

    /** @param gzip an object's bytes; closed with this */
    public RecordReader(InputStream gzip) throws IOException {
        this.in = new BufferedInputStream(new GZIPInputStream(gzip, BUFFER_BYTES), BUFFER_BYTES);
        this.next = in.read();
    }

    /** The next record with its line end; empty at the end. */
    public Optional<byte[]> next() throws IOException {
        if (next < 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        Braces braces = new Braces();
        do {
            line(record, braces);
        } while (next >= 0 && next != '{' && braces.open() && record.size() < MAX_RECORD_BYTES);
        return Optional.of(record.toByteArray());
    }

    private void line(ByteArrayOutputStream record, Braces braces) throws IOException {
        boolean more = true;
        while (next >= 0 && more && record.size() < MAX_RECORD_BYTES) {
            record.write(next);
            braces.see(next);
            more = next != '\n';
            next = in.read();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Counts braces outside strings. UTF-8 uses no ASCII byte within a character. */
    private static final class Braces {
        private int depth;
        private boolean inString;
        private boolean escaped;

        void see(int each) {
            if (inString) {
                boolean wasEscaped = escaped;
                escaped = each == '\\' && !wasEscaped;
                inString = !(each == '"' && !wasEscaped);
            } else if (each == '"') {
                inString = true;
            } else if (each == '{') {
                depth++;
            } else if (each == '}') {
                depth--;
            }
        }

        /** Whether a next line may belong to it: no JSON string goes over a line end. */
        boolean open() {
            return depth > 0 && !inString;
        }
    }
}
