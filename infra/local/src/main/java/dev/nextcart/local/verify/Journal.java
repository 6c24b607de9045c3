package dev.nextcart.local.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Everything that was handed in at the door, in order: one JSON object a line. */
public record Journal(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One send.
     *
     * @param event the text as it came
     * @param refused whether the door turned it away
     * @param withdrawn this is no send: a dead letter with this text was taken away, and others took its place
     */
    public record Entry(String event, boolean refused, boolean withdrawn) {}

    /** @throws IllegalStateException when a line is not what the cloud writes */
    public void forEach(Consumer<Entry> each) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                each.accept(entry(line, ++number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal " + file, e);
        }
    }

    private Entry entry(String line, long number) {
        try {
            JsonNode json = JSON.readTree(line);
            return new Entry(
                    json.required("event").textValue(), json.hasNonNull("refused"), json.hasNonNull("withdrawn"));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalStateException(file + ", line " + number + ": is no journal entry", e);
        }
    }
}
