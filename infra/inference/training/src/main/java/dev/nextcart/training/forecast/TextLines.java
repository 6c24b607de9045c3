package dev.nextcart.training.forecast;

import dev.nextcart.training.Unpacked;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Lines of a text file, plain or gzip by its first two bytes; knows the number of the line it is at. */
final class TextLines implements AutoCloseable {
    private final Path file;
    private final BufferedReader reader;
    private int number;

    TextLines(Path file) throws IOException {
        this.file = file;
        reader = new BufferedReader(new InputStreamReader(Unpacked.open(file), StandardCharsets.UTF_8));
    }

    /** @return the next line, or null after the last */
    @Nullable
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
