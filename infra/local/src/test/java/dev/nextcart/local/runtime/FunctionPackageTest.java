package dev.nextcart.local.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionPackageTest {
    @TempDir
    Path folder = Path.of("set by JUnit");

    @Test
    void a_zip_is_unpacked_once_and_its_predecessor_can_be_forgotten() throws IOException {
        Path first = FunctionPackage.unpacked(zip(Map.of("lib/a.jar", "one")), folder.resolve("cache"));
        Path again = FunctionPackage.unpacked(folder.resolve("function.zip"), folder.resolve("cache"));
        Path second = FunctionPackage.unpacked(zip(Map.of("lib/a.jar", "two")), folder.resolve("cache"));
        FunctionPackage.forgetOthers(folder.resolve("cache"), Set.of(second));

        assertEquals(first, again);
        assertEquals("two", Files.readString(second.resolve("lib/a.jar")));
        assertFalse(Files.exists(first));
    }

    @Test
    void a_native_binary_may_run() throws IOException {
        Path unpacked = FunctionPackage.unpacked(zip(Map.of("bootstrap", "#!/bin/sh")), folder.resolve("cache"));

        assertTrue(Files.isExecutable(unpacked.resolve("bootstrap")));
    }

    @Test
    void a_zip_cannot_write_outside() throws IOException {
        Path zip = zip(Map.of("../../escaped", "x"));

        UncheckedIOException error =
                assertThrows(UncheckedIOException.class, () -> FunctionPackage.unpacked(zip, folder.resolve("cache")));

        assertTrue(String.valueOf(error.getCause()).contains("lies outside"), error.toString());
    }

    @Test
    void a_package_that_is_not_built_says_how_to_build_it() {
        IllegalStateException error = assertThrows(
                IllegalStateException.class,
                () -> FunctionPackage.unpacked(folder.resolve("none.zip"), folder.resolve("cache")));

        assertTrue(String.valueOf(error.getMessage()).contains("./mvnw -q package -pl functions -am"));
    }

    private Path zip(Map<String, String> files) throws IOException {
        Path zip = folder.resolve("function.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }
}
