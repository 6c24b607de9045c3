package dev.nextcart.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one running cloud. The lock on it dies with the process, so what a killed cloud left behind stops
 * nobody.
 */
public final class StateFolder implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final FileChannel channel;

    private StateFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws IllegalStateException when a living cloud has it */
    public static StateFolder claim(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new IllegalStateException("A local cloud is running in " + folder.toAbsolutePath()
                        + whoever(folder) + ". Stop it (Ctrl-C where it runs), or work in another directory.");
            }
            StateFolder claimed = new StateFolder(folder.toAbsolutePath(), channel);
            endOrphan(cloudOf(folder));
            Files.deleteIfExists(claimed.cloudFile());
            return claimed;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the state folder " + folder.toAbsolutePath(), e);
        }
    }

    Path journal() {
        return folder.resolve("journal.jsonl");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /** Folders of S3's buckets. */
    public Path objects() {
        return folder.resolve("s3");
    }

    public Path packages() {
        return folder.resolve("functions");
    }

    Path cloudFile() {
        return folder.resolve("cloud.json");
    }

    /** Readers see all of it or nothing. */
    void announce(JsonNode cloud) {
        Path half = folder.resolve("cloud.json.half");
        try {
            Files.writeString(half, cloud.toPrettyString() + "\n");
            Files.move(half, cloudFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + cloudFile(), e);
        }
    }

    void withdraw() {
        try {
            Files.deleteIfExists(cloudFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + cloudFile(), e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // This very process holds it.
        }
    }

    private static String whoever(Path folder) {
        JsonNode cloud = cloudOf(folder);
        return cloud.isEmpty()
                ? " (still starting or already stopping)"
                : " (process " + cloud.path("pid").asText() + ", "
                        + cloud.path("controlUrl").asText() + ")";
    }

    /** A cloud that was killed leaves its emulator behind. Functions end by themselves when their Runtime API is gone. */
    private static void endOrphan(JsonNode cloud) {
        ProcessHandle.of(cloud.path("dynamoDbPid").asLong(-1))
                .filter(process -> process.info().commandLine().orElse("").contains("dynamodb"))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    private static JsonNode cloudOf(Path folder) {
        try {
            return JSON.readTree(Files.readString(folder.resolve("cloud.json")));
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }
}
