package dev.nextcart.local.cli;

import dev.nextcart.local.client.CloudClient;
import dev.nextcart.local.client.CloudFile;
import dev.nextcart.local.shop.Settling;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/** A running cloud, with all that commands ask of it. */
final class Connection implements AutoCloseable {
    /** Between two looks at the status: short against a batch's way through, long against the look itself. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final CloudFile file;
    private final CloudClient client;

    Connection(CloudFile file) {
        this.file = file;
        this.client = new CloudClient(file.control());
    }

    CloudFile file() {
        return file;
    }

    CloudClient client() {
        return client;
    }

    Settling settling() {
        return new Settling(client, InstantSource.system(), () -> LockSupport.parkNanos(LOOK_EVERY.toNanos()));
    }

    /** Waits until nothing is under way. */
    void awaitRest() {
        Settling settling = settling();
        if (settling.look().outstanding() > 0) {
            while (settling.waitAndLook().outstanding() > 0) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
