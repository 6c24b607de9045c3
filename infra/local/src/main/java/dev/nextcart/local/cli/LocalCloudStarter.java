package dev.nextcart.local.cli;

import dev.nextcart.local.cloud.CloudOptions;
import dev.nextcart.local.cloud.LocalCloud;
import java.nio.file.Files;
import java.nio.file.Path;

/** The local cloud of this repository, as it was built. */
final class LocalCloudStarter implements CloudStarter {
    private final Path root;

    /** @param root of the repository */
    LocalCloudStarter(Path root) {
        this.root = root;
    }

    @Override
    public Started start(Path stateFolder, FunctionKind kind) {
        CloudOptions options = CloudOptions.of(root, root).withState(stateFolder);
        return new Running(started(
                switch (kind) {
                    case JVM -> options.withFunctionPackage(built("JVM", "function.zip", "./mvnw package"));
                    case NATIVE ->
                        options.withFunctionPackage(
                                built("native", "native/function.zip", "GRAALVM_HOME=… ./mvnw package -Dnative"));
                    case NEWEST -> options;
                }));
    }

    private Path built(String kind, String zip, String command) {
        Path file = root.resolve("functions/target").resolve(zip);
        if (!Files.exists(file)) {
            throw new CannotRunException(
                    "There are no %s functions in %s. Build them: %s -DskipTests".formatted(kind, file, command));
        }
        return file;
    }

    private LocalCloud started(CloudOptions options) {
        try {
            return LocalCloud.start(options);
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
