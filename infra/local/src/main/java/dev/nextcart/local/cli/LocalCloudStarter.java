package dev.nextcart.local.cli;

import dev.nextcart.local.cloud.CloudOptions;
import dev.nextcart.local.cloud.LocalCloud;
import java.io.IOException;
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
        return new Running(started(runsNative(kind) ? options.withFunctionPackage(nativePackage()) : options));
    }

    private boolean runsNative(FunctionKind kind) {
        return switch (kind) {
            case JVM -> false;
            case NATIVE -> {
                if (!Files.exists(nativePackage())) {
                    throw new CannotRunException("There are no native functions in " + nativePackage()
                            + ". Build them: GRAALVM_HOME=… ./mvnw package -Dnative -DskipTests");
                }
                yield true;
            }
            case NEWEST -> isNewest(nativePackage());
        };
    }

    private Path nativePackage() {
        return root.resolve("functions/target/native/function.zip");
    }

    private boolean isNewest(Path zip) {
        try {
            Path jvm = root.resolve("functions/target/function.zip");
            return Files.exists(zip)
                    && (!Files.exists(jvm)
                            || Files.getLastModifiedTime(zip).compareTo(Files.getLastModifiedTime(jvm)) >= 0);
        } catch (IOException e) {
            throw new CannotRunException("Cannot tell which functions are newer: " + e.getMessage(), e);
        }
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
