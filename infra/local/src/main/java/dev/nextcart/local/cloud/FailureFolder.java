package dev.nextcart.local.cloud;

import dev.nextcart.local.engine.DeadLetter;
import dev.nextcart.local.engine.DeliveryEngine;
import dev.nextcart.local.engine.FailureRecord;
import dev.nextcart.s3local.ObjectFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The batches that streams gave up into a bucket, for an operator: to look at, to put back, to take away. */
final class FailureFolder {
    private final ObjectFolders folders;
    private final String bucket;
    private final DeliveryEngine engine;

    /** @param bucket its name */
    FailureFolder(ObjectFolders folders, String bucket, DeliveryEngine engine) {
        this.folders = folders;
        this.bucket = bucket;
        this.engine = engine;
    }

    /** All of them, in the order of their keys; each under its key. */
    List<DeadLetter> list() {
        try {
            List<DeadLetter> letters = new ArrayList<>();
            for (String key : folders.keys(bucket, FailureRecord.PREFIX)) {
                find(key).ifPresent(letters::add);
            }
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list what was given up into " + bucket, e);
        }
    }

    /**
     * Puts its records back on their stream, at its end, and removes the object.
     *
     * @return the tickets of the records; empty if there is no such object
     * @throws IllegalArgumentException when they cannot be put back
     */
    List<Long> redrive(String key) {
        return find(key)
                .map(letter -> {
                    List<Long> tickets = engine.putBack(letter);
                    discard(key);
                    return tickets;
                })
                .orElse(List.of());
    }

    /** Removes the object, if it is there. */
    void discard(String key) {
        try {
            folders.delete(bucket, key);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + key + " from " + bucket, e);
        }
    }

    private Optional<DeadLetter> find(String key) {
        return folders.find(bucket, key).map(stored -> {
            try {
                return FailureRecord.read(key, Files.readAllBytes(stored.file()));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + key + " of " + bucket, e);
            }
        });
    }
}
