package dev.nextcart.local.cloud;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Everything handed in at the door since the cloud started, one JSON a line, in the order of the answers. */
final class JournalWriter implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel channel;

    /** Begins anew: the tables of an earlier cloud are gone too. */
    JournalWriter(Path file) {
        this.file = file;
        try {
            this.channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal " + file, e);
        }
    }

    /** With the operating system when it returns, so it outlives this process. */
    synchronized void write(List<Taken> taken) {
        StringBuilder lines = new StringBuilder();
        for (Taken each : taken) {
            ObjectNode line = JSON.createObjectNode().put("event", each.event());
            lines.append(each.answer(line)).append('\n');
        }
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal " + file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
