package dev.nextcart.local.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The archive's objects as files: those below a folder {@code events} of the folder given, of a bucket in it, or the
 * folder itself.
 *
 * @param objects in the order of their paths
 * @param bytes of all of them, compressed
 */
public record ArchiveFolder(List<Path> objects, long bytes) {
    private static final String EVENTS = "events";

    public ArchiveFolder {
        objects = List.copyOf(objects);
    }

    /** @throws ExportException when there is no such folder, or nothing in it */
    public static ArchiveFolder in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ExportException("There is no archive in " + folder
                    + ". Send something first (./nextcart up, then replay or send), or name a copy of a bucket with"
                    + " --archive (aws s3 sync s3://BUCKET/events FOLDER/events)");
        }
        try {
            List<Path> objects = objects(folder);
            if (objects.isEmpty()) {
                throw new ExportException("The archive in " + folder
                        + " is empty: no event has landed in it yet. Send some (./nextcart replay FILE, or send)");
            }
            long bytes = 0;
            for (Path object : objects) {
                bytes += Files.size(object);
            }
            return new ArchiveFolder(objects, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the archive in " + folder, e);
        }
    }

    private static List<Path> objects(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        try (Stream<Path> files = Files.walk(absolute)) {
            return files.filter(file -> file.toString().endsWith(".gz"))
                    .filter(Files::isRegularFile)
                    .filter(file -> isUnderEvents(absolute, file))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isUnderEvents(Path folder, Path file) {
        if (EVENTS.equals(String.valueOf(folder.getFileName()))) {
            return true;
        }
        Path inside = folder.relativize(file);
        return Stream.of(0, 1)
                .anyMatch(depth -> inside.getNameCount() > depth + 1
                        && inside.getName(depth).toString().equals(EVENTS));
    }
}
