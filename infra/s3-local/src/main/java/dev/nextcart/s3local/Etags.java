package dev.nextcart.s3local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** MD5 sums of files, computed again when a file's time or size has changed. */
final class Etags {
    /** Some 20 MB; beyond, it begins anew, which costs time only. */
    private static final int MAX_KEPT = 100_000;

    private final ConcurrentMap<Path, Known> known = new ConcurrentHashMap<>();

    private record Known(FileTime modified, long bytes, String etag) {}

    String of(Path file, BasicFileAttributes attributes) throws IOException {
        Known before = known.get(file);
        if (before != null
                && before.modified.equals(attributes.lastModifiedTime())
                && before.bytes == attributes.size()) {
            return before.etag;
        }
        String etag = '"' + md5(file) + '"';
        if (known.size() >= MAX_KEPT) {
            known.clear();
        }
        known.put(file, new Known(attributes.lastModifiedTime(), attributes.size(), etag));
        return etag;
    }

    void forget(Path file) {
        known.remove(file);
    }

    private static String md5(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
