package dev.nextcart.training.recommend;

import dev.nextcart.training.CannotRunException;
import dev.nextcart.training.Unpacked;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A text file's lines, numbered from 1; gzip is known by its first two bytes and not by the name. */
final class TextLines implements AutoCloseable {
    /** Bounds the memory for a file that is no text; a shopper with 100,000 items fits. */
    private static final int MAX_LINE_CHARS = 4 << 20;

    private final Path file;
    private final BufferedReader reader;
    private int number;

    TextLines(Path file) {
        this.file = file;
        try {
            reader = new BufferedReader(new InputStreamReader(Unpacked.open(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CannotRunException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Null at the end. */
    @Nullable
    String next() {
        try {
            number++;
            StringBuilder line = new StringBuilder();
            int character;
            while ((character = reader.read()) >= 0 && character != '\n') {
                line.append((char) character);
                if (line.length() > MAX_LINE_CHARS) {
                    throw bad("is longer than " + MAX_LINE_CHARS + " characters; is this the right file?");
                }
            }
            if (character < 0 && line.isEmpty()) {
                return null;
            }
            int length = line.length();
            return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
        } catch (IOException e) {
            throw new CannotRunException(
                    file + " cannot be read after line " + (number - 1) + ": " + e.getMessage()
                            + ". Is the file whole?",
                    e);
        }
    }

    /** What is wrong with the line just read. */
    CannotRunException bad(String what) {
        return new CannotRunException(file + ", line " + number + ": " + what);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new CannotRunException(file + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
