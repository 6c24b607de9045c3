package dev.nextcart.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** How large uploads are, in MiB. */
final class Sizes {
    private static final double BYTES_PER_MIB = 1 << 20;

    private Sizes() {}

    static double mebibytes(Path file) {
        try {
            return Files.size(file) / BYTES_PER_MIB;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** What the file takes in a zip. */
    static double zippedMebibytes(Path file) {
        Deflater deflater = new Deflater();
        try (InputStream in = Files.newInputStream(file)) {
            try (OutputStream zipped = new DeflaterOutputStream(OutputStream.nullOutputStream(), deflater)) {
                in.transferTo(zipped);
            }
            return deflater.getBytesWritten() / BYTES_PER_MIB;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } finally {
            deflater.end();
        }
    }
}
