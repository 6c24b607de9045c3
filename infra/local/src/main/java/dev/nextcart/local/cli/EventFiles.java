package dev.nextcart.local.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files and folders of events, flattened: one event from a {@code .json} file, one a line from a {@code .jsonl}. */
final class EventFiles {
    /** Far more than any door lets in; it keeps a mistaken argument from filling the memory. */
    static final long MAX_FILE_BYTES = 64L << 20;

    private static final String SCHEMA = ".schema.json";

    private EventFiles() {}

    /**
     * One event's text.
     *
     * @param name file, and line or place in it where there are several
     */
    record Named(String name, String text) {}

    /** @throws CannotRunException when a path does not exist or cannot be read */
    static List<Named> read(List<Path> paths) {
        return paths.stream()
                .flatMap(EventFiles::files)
                .flatMap(file -> events(file).stream())
                .toList();
    }

    private static Stream<Path> files(Path path) {
        if (!Files.exists(path)) {
            throw new CannotRunException("there is no file or folder " + path);
        }
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(Files::isRegularFile).filter(EventFiles::holdsEvents).sorted().toList().stream();
        } catch (IOException e) {
            throw new CannotRunException("cannot list " + path + ": " + e.getMessage(), e);
        }
    }

    /** A folder of events may hold their schemas too. */
    private static boolean holdsEvents(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".json") && !name.endsWith(SCHEMA)) || name.endsWith(".jsonl");
    }

    private static List<Named> events(Path file) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new CannotRunException(file + " is larger than " + (MAX_FILE_BYTES >> 20) + " MB; split it");
            }
            String text = Files.readString(file);
            return file.toString().endsWith(".jsonl") ? lines(file, text) : Envelopes.open(file.toString(), text);
        } catch (CharacterCodingException e) {
            throw new CannotRunException(file + " is not UTF-8", e);
        } catch (IOException e) {
            throw new CannotRunException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<Named> lines(Path file, String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(line -> !lines.get(line).isBlank())
                .mapToObj(line -> new Named(file + ":" + (line + 1), lines.get(line)))
                .toList();
    }
}
