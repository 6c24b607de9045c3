package dev.nextcart.local.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A deployment package: a zip, unpacked once per content, or a folder taken as it is. */
public final class FunctionPackage {
    private static final int HASH_CHARS = 16;

    private FunctionPackage() {}

    /**
     * The folder with the package's files.
     *
     * @param code zip or folder
     * @param cache where zips are unpacked, one folder per content
     */
    public static Path unpacked(Path code, Path cache) {
        if (Files.isDirectory(code)) {
            return code.toAbsolutePath();
        }
        if (!Files.exists(code)) {
            throw new IllegalStateException(
                    "There is no function package " + code + ". Build it: ./mvnw -q package -pl functions -am");
        }
        try {
            Path folder = cache.toAbsolutePath().resolve(hash(code));
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(cache);
                Path half = Files.createTempDirectory(cache, "unpacking-");
                unzip(code, half);
                moveIntoPlace(half, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + code + " into " + cache, e);
        }
    }

    /** Removes what earlier builds left in the cache: each is some fifty megabytes. */
    public static void forgetOthers(Path cache, Collection<Path> used) {
        if (!Files.isDirectory(cache)) {
            return;
        }
        try (Stream<Path> folders = Files.list(cache.toAbsolutePath())) {
            for (Path other : folders.filter(folder -> !used.contains(folder)).toList()) {
                delete(other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tidy up " + cache, e);
        }
    }

    private static String hash(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("the entry " + entry.getName() + " of " + zip + " lies outside of it");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(folder.resolve(target).getParent());
                    Files.copy(entries, target);
                }
            }
        }
        Path bootstrap = folder.resolve("bootstrap");
        if (Files.exists(bootstrap) && !bootstrap.toFile().setExecutable(true)) {
            throw new IOException(bootstrap + " cannot be made executable");
        }
    }

    private static void moveIntoPlace(Path half, Path folder) throws IOException {
        try {
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            delete(half); // Somebody else was quicker with the same content.
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
