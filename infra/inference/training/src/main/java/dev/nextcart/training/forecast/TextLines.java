package dev.nextcart.training.forecast;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Lines of a text file, plain or gzip by its first two bytes; knows the number of the line it is at. */
final class TextLines implements AutoCloseable {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Path file;
    private final BufferedReader reader;
    private int number;

    TextLines(Path file) throws IOException {
        this.file = file;
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        boolean gzip = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
        bytes.reset();
        InputStream plain = gzip ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }

    /** @return the next line, or null after the last */
    @org.jspecify.annotations.Nullable
    String next() throws IOException {
        number++;
        return reader.readLine();
    }

    /** For a parser that keeps its own count of lines. */
    BufferedReader reader() {
        return reader;
    }

    /** What is wrong at this line. */
    IllegalArgumentException bad(String what) {
        return new IllegalArgumentException(file + ", line " + number + ": " + what);
    }

    /** @return a finite number; empty, NA and the like are refused */
    double number(String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw bad("'" + text + "' is not a number");
        }
        throw bad("'" + text + "' is not finite");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
