package dev.nextcart.local.cli;

import dev.nextcart.local.cloud.CloudOptions;
import dev.nextcart.local.cloud.LocalCloud;
import java.nio.file.Path;

/** The local cloud of this repository, as it was built. */
final class LocalCloudStarter implements CloudStarter {
    private final Path root;

    /** @param root of the repository */
    LocalCloudStarter(Path root) {
        this.root = root;
    }

    @Override
    public Started start(Path stateFolder) {
        return new Running(started(stateFolder));
    }

    private LocalCloud started(Path stateFolder) {
        try {
            return LocalCloud.start(CloudOptions.of(root, root).withState(stateFolder));
        } catch (IllegalStateException e) {
            throw new CannotRunException("The local cloud did not start: " + e.getMessage(), e);
        }
    }

    private record Running(LocalCloud cloud) implements Started {
        @Override
        public void awaitStop() throws InterruptedException {
            cloud.awaitStop();
        }

        @Override
        public void close() {
            cloud.close();
        }
    }
}
