package dev.nextcart.local.cli;

import java.nio.file.Path;

/** The local cloud of this repository. */
final class LocalCloudStarter implements CloudStarter {
    @Override
    public Started start(Path stateFolder) {
        throw new CannotRunException("the local cloud is not built yet");
    }
}
