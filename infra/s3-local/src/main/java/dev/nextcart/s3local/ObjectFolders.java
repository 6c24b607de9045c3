package dev.nextcart.s3local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Buckets as folders, objects as files in them. A put is written aside and renamed into place, so that a reader, and a
 * crash, sees the old object or the new one. Thread-safe within one process; no second one may write.
 */
public final class ObjectFolders {
    /** Far more than a delivery stream gathers (128 MiB at most, before compression). */
    static final long MAX_OBJECT_BYTES = 256L << 20;

    /** Where half-written objects lie; no bucket's name begins with a dot. */
    private static final String HALF = ".half";

    private final Path root;
    private final Set<String> buckets;
    private final Etags etags = new Etags();
    private final ReentrantLock changing = new ReentrantLock();

    /** Makes the folders that are not there yet, and forgets what a crash left half written. */
    public ObjectFolders(Path root, Set<String> buckets) {
        this.root = root.toAbsolutePath();
        this.buckets = Set.copyOf(buckets);
        try {
            for (String bucket : buckets) {
                Files.createDirectories(this.root.resolve(bucket));
            }
            removeAll(this.root.resolve(HALF));
            Files.createDirectories(this.root.resolve(HALF));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the buckets' folders in " + root, e);
        }
    }

    public Path root() {
        return root;
    }

    public Optional<Stored> find(String bucket, String key) {
        Path file = new ObjectKey(key).in(folder(bucket));
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() ? Optional.of(stored(key, file, attributes)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            return gone(file, e);
        }
    }

    /**
     * Puts an object in place of whatever was there, if the condition holds.
     *
     * @throws S3Exception when it does not, or the object is too large
     */
    public Stored put(String bucket, String key, InputStream content, Condition condition) throws IOException {
        Path file = new ObjectKey(key).in(folder(bucket));
        Path half = root.resolve(HALF).resolve(UUID.randomUUID().toString());
        try {
            copy(content, half);
            changing.lock();
            try {
                condition.check(key, find(bucket, key).map(Stored::etag));
                Files.createDirectories(parentOf(file));
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                etags.forget(file);
                return stored(key, file, Files.readAttributes(file, BasicFileAttributes.class));
            } finally {
                changing.unlock();
            }
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Removes an object; nothing happens if there is none. */
    public void delete(String bucket, String key) throws IOException {
        Path folder = folder(bucket);
        Path file = new ObjectKey(key).in(folder);
        changing.lock();
        try {
            if (Files.isRegularFile(file)) {
                Files.delete(file);
                etags.forget(file);
                removeEmpty(parentOf(file), folder);
            }
        } finally {
            changing.unlock();
        }
    }

    /** Keys in the order of their UTF-8 bytes, as S3 lists them. */
    public NavigableSet<String> keys(String bucket, String prefix) throws IOException {
        Path folder = folder(bucket);
        NavigableSet<String> keys = new TreeSet<>(ByteOrder.INSTANCE);
        Path from =
                folder.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1)).normalize();
        if (!from.startsWith(folder) || !Files.isDirectory(from)) {
            return keys;
        }
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String key = folder.relativize(file).toString().replace('\\', '/');
                if (key.startsWith(prefix)) {
                    keys.add(key);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                return e instanceof NoSuchFileException ? FileVisitResult.CONTINUE : super.visitFileFailed(file, e);
            }
        });
        return keys;
    }

    Path folder(String bucket) {
        if (!buckets.contains(bucket)) {
            throw new S3Exception(404, "NoSuchBucket", "There is no bucket " + bucket + " among " + buckets);
        }
        return root.resolve(bucket);
    }

    private Stored stored(String key, Path file, BasicFileAttributes attributes) throws IOException {
        return new Stored(
                key, file, attributes.size(), attributes.lastModifiedTime().toInstant(), etags.of(file, attributes));
    }

    /** An object may vanish between two looks at it. */
    private static Optional<Stored> gone(Path file, IOException e) {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        throw new UncheckedIOException("Cannot read " + file, e);
    }

    private static void copy(InputStream content, Path half) throws IOException {
        try (OutputStream out = Files.newOutputStream(half)) {
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > MAX_OBJECT_BYTES) {
                    throw new S3Exception(
                            400, "EntityTooLarge", "An object has at most " + MAX_OBJECT_BYTES + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static void removeEmpty(Path from, Path bucket) throws IOException {
        for (Path folder = from; !folder.equals(bucket); folder = parentOf(folder)) {
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    private static Path parentOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "objects lie in buckets");
    }

    private static void removeAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.delete(file);
            }
        }
    }
}
