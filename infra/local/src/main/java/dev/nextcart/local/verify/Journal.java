package dev.nextcart.local.verify;

import dev.nextcart.local.privacy.JournalLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Everything that was handed in at the door, in order: one JSON object a line. */
public record Journal(Path file) {
    /** @throws IllegalStateException when a line is not what the cloud writes */
    public void forEach(Consumer<JournalLine> each) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(entry(line, ++number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal " + file, e);
        }
    }

    private JournalLine entry(String line, long number) {
        try {
            return JournalLine.read(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + ", line " + number + ": is no journal entry", e);
        }
    }
}
