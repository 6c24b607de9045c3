package dev.nextcart.local.cli;

import dev.nextcart.local.bench.Packages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which function packages to compare. One that is named must be there; the usual ones may be missing. */
final class PackagesOption {
    private static final String ROOT = System.getProperty("nextcart.root", ".");

    @Option(
            names = "--native",
            paramLabel = "ZIP",
            description = "Native function package (default: functions/target/native/function.zip, if there)")
    private @Nullable Path nativeZip;

    @Option(
            names = "--jvm",
            paramLabel = "ZIP",
            description = "JVM function package (default: functions/target/function.zip, if there)")
    private @Nullable Path jvmZip;

    /** @throws CannotRunException when one that was named is missing, or both are */
    Packages found() {
        Optional<Path> nativeFound = find(nativeZip, "functions/target/native/function.zip");
        Optional<Path> jvmFound = find(jvmZip, "functions/target/function.zip");
        if (nativeFound.isEmpty() && jvmFound.isEmpty()) {
            throw new CannotRunException(
                    "There is no function package. Build one: ./mvnw -q package -pl functions -am (with -Dnative: native)");
        }
        return new Packages(nativeFound, jvmFound);
    }

    private static Optional<Path> find(@Nullable Path named, String usual) {
        if (named != null) {
            BenchBed.require(named, "Leave the option out to take the usual one");
            return Optional.of(named);
        }
        return Optional.of(Path.of(ROOT, usual)).filter(Files::isRegularFile);
    }
}
