package dev.nextcart.local.cli;

import dev.nextcart.local.client.CloudFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which cloud a command talks to. */
final class StateOption {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = "${sys:nextcart.root:-.}/.nextcart",
            description = "Folder of the local cloud's state (default: .nextcart beside the launcher)")
    @SuppressWarnings("NullAway.Init") // picocli sets it: it has a default
    private Path folder;

    Path folder() {
        return folder.toAbsolutePath().normalize();
    }

    /** @throws CannotRunException when no cloud runs there */
    Connection connect() {
        return CloudFile.find(folder())
                .map(Connection::new)
                .orElseThrow(() -> new CannotRunException("No local cloud runs in " + folder()
                        + ". Start one in another terminal: ./nextcart up (or ./nextcart demo --stay)"));
    }

    /** @throws CannotRunException when a cloud runs there already */
    void requireFree() {
        CloudFile.find(folder()).ifPresent(cloud -> {
            throw new CannotRunException("A local cloud runs in " + folder() + " already (process " + cloud.pid()
                    + "). Use it (./nextcart replay, send, verify), stop it, or choose another folder with --state");
        });
    }
}
