package dev.nextcart.local.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What a function's processes print, in a file of bounded size with one predecessor. */
final class FunctionLog implements AutoCloseable {
    /** Two of them stay within what an editor opens. */
    static final long MAX_BYTES = 16L * 1024 * 1024;

    private final Path file;
    private final long maxBytes;
    private OutputStream out;
    private long bytes;

    FunctionLog(Path file, long maxBytes) {
        this.file = file;
        this.maxBytes = maxBytes;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.out = open();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the log " + file, e);
        }
    }

    synchronized void write(String line) {
        byte[] text = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (bytes > 0 && bytes + text.length > maxBytes) {
                rotate();
            }
            out.write(text);
            bytes += text.length;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the log " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the log " + file, e);
        }
    }

    private void rotate() throws IOException {
        out.close();
        Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        out = open();
        bytes = 0;
    }

    private OutputStream open() throws IOException {
        return Files.newOutputStream(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }
}
