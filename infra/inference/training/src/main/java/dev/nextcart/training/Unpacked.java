package dev.nextcart.training;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file's bytes, unpacked if it is gzip: known by its first two bytes, not by its name (RFC 1952, section 2.3.1). */
public final class Unpacked {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int BUFFER_BYTES = 1 << 16;

    private Unpacked() {}

    /** To be closed by the caller. */
    public static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            bytes.mark(2);
            boolean gzip = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
            bytes.reset();
            return gzip ? new GZIPInputStream(bytes, BUFFER_BYTES) : bytes;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }
}
