package dev.nextcart.local.export;

import dev.nextcart.local.export.ExportResult.Written;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * One file of an export: lines of UTF-8, gzipped when its name says so, under another name until it is whole. Equal
 * lines give equal bytes.
 */
final class OutFile implements AutoCloseable {
    private final Path file;
    private final Path half;
    private final MessageDigest digest = sha256();
    private final Writer lines;
    private long rows;

    OutFile(Path folder, String name) throws IOException {
        this.file = folder.resolve(name);
        this.half = folder.resolve(name + ".half");
        OutputStream bytes = new DigestOutputStream(Files.newOutputStream(half), digest);
        this.lines = new BufferedWriter(new OutputStreamWriter(
                name.endsWith(".gz") ? new GZIPOutputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8));
    }

    /** A line that is no row. */
    void header(CharSequence line) throws IOException {
        lines.append(line).append('\n');
    }

    void row(CharSequence line) throws IOException {
        header(line);
        rows++;
    }

    /** Gives it its name. */
    Written finish() throws IOException {
        lines.close();
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Written(
                String.valueOf(file.getFileName()),
                rows,
                Files.size(file),
                HexFormat.of().formatHex(digest.digest()));
    }

    /** Leaves nothing half behind. */
    @Override
    public void close() throws IOException {
        lines.close();
        Files.deleteIfExists(half);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
