package dev.nextcart.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The folder {@code events/} at the repository's root. */
final class EventFiles {
    static final Path ROOT = Path.of(System.getProperty("nextcart.root"), "events");

    private EventFiles() {}

    /** Every file there is, by its path from {@link #ROOT}, with forward slashes. */
    static List<String> all() {
        try (Stream<Path> paths = Files.walk(ROOT)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> ROOT.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String example(EventType type) {
        return text(kebab(type) + ".json");
    }

    static String kebab(EventType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
