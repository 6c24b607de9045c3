package dev.nextcart.local.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nextcart.local.engine.DeliveryEngine;
import dev.nextcart.local.engine.Landing;
import dev.nextcart.s3local.Condition;
import dev.nextcart.s3local.ObjectFolders;
import dev.nextcart.s3local.S3Local;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The buckets: folders where delivery streams land, and S3 in front of them for functions. */
final class Archive implements AutoCloseable {
    /** Landing writes some megabytes to a file; a busy disk takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ObjectFolders folders;
    private final S3Local s3;

    private Archive(ObjectFolders folders, S3Local s3) {
        this.folders = folders;
        this.s3 = s3;
    }

    /** Begins anew: the tables and the journal of an earlier cloud are gone too. */
    static Archive begin(Path folder, Map<String, String> bucketNames) {
        try {
            removeAll(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove an earlier cloud's objects from " + folder, e);
        }
        ObjectFolders folders = new ObjectFolders(folder, Set.copyOf(bucketNames.values()));
        return new Archive(folders, S3Local.start(folders));
    }

    URI endpoint() {
        return s3.endpoint();
    }

    Landing landing() {
        return (bucket, key, object) -> {
            try {
                folders.put(bucket, key, new ByteArrayInputStream(object), Condition.NONE);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot store " + key + " in " + bucket, e);
            }
        };
    }

    /** What streams gave up into each bucket, by its name. */
    Map<String, FailureFolder> failures(Collection<String> buckets, DeliveryEngine engine) {
        return buckets.stream()
                .collect(Collectors.toMap(Function.identity(), name -> new FailureFolder(folders, name, engine)));
    }

    /** Lands what the engine's delivery streams hold. */
    static void land(DeliveryEngine engine) {
        try {
            engine.flushDeliveries().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the archive was written", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the archive was not written within " + PATIENCE, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the archive could not be written: " + e.getCause(), e);
        }
    }

    /** Adds to a status what waits to be archived, and what has been. */
    static ObjectNode tell(DeliveryEngine engine, ObjectNode status) {
        ObjectNode archive = status.putObject("archive");
        engine.deliveries()
                .forEach(delivery -> archive.putObject(delivery.name())
                        .put("buffered", delivery.buffered())
                        .put("bufferedBytes", delivery.bufferedBytes())
                        .put("oldestSeconds", delivery.oldest().toSeconds())
                        .put("objects", delivery.objects())
                        .put("landed", delivery.landed()));
        return status;
    }

    @Override
    public void close() {
        s3.close();
    }

    private static void removeAll(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
