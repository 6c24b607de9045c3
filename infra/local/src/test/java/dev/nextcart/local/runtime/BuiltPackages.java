package dev.nextcart.local.runtime;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The function packages that this build made: a test of one that is not there is skipped, and says how to make it. */
public final class BuiltPackages {
    private static final Path ROOT = Path.of(System.getProperty("nextcart.root"));
    private static final Path JVM = ROOT.resolve("functions/target/function.zip");
    private static final Path NATIVE = ROOT.resolve("functions/target/native/function.zip");

    /** What {@code .ci/run} sets once it has built the native one: then skipping would be a lie. */
    private static final boolean NATIVE_REQUIRED = Boolean.getBoolean("nextcart.native.required");

    private BuiltPackages() {}

    public static Path jvm() {
        assumeTrue(Files.exists(JVM), "no function package yet: ./mvnw verify builds it");
        return JVM;
    }

    /** Of the same sources as the JVM's: an older one is not compared. */
    public static Path natively() throws IOException {
        if (NATIVE_REQUIRED) {
            assertTrue(Files.exists(NATIVE), () -> NATIVE + " should have been built");
            return NATIVE;
        }
        assumeTrue(Files.exists(NATIVE), "native functions are not built: ./mvnw package -Dnative");
        assumeTrue(
                !Files.exists(JVM) || Files.getLastModifiedTime(NATIVE).compareTo(Files.getLastModifiedTime(JVM)) >= 0,
                "the native functions are older than the JVM's: ./mvnw package -Dnative");
        return NATIVE;
    }
}
